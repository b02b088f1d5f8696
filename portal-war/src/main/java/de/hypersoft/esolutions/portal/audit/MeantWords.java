package de.hypersoft.esolutions.portal.audit;

import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.web.page.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is stored behind the words of {@link AuditWords}, so that whoever types what the page shows finds it. In both
 * languages, for the words may come from a colleague's page.
 */
final class MeantWords {

    private static final Pattern SESSION = Pattern.compile("(?:(.*)\\s)?([0-9a-f]{6})");

    private final String typed;
    private final Set<String> actions = new TreeSet<>();
    private final Set<String> kinds = new TreeSet<>();
    private final Set<String> details = new TreeSet<>();
    private String session = "";

    private MeantWords(String typed) {
        this.typed = typed;
    }

    static Audit.Meant by(String text) {
        MeantWords meant = new MeantWords(text.strip().toLowerCase(Locale.ROOT));
        if (meant.typed.isEmpty()) return Audit.Meant.NOTHING; // finds everything by itself
        for (Texts texts : List.of(PageModel.TEXTS.german(), PageModel.TEXTS.english())) meant.in(texts);
        return new Audit.Meant(meant.actions, meant.kinds, meant.details, meant.session);
    }

    private void in(Texts texts) {
        actions.addAll(named(texts, "audit."));
        kinds.addAll(named(texts, "actor."));
        details.addAll(named(texts, "pause.length-"));
        details.addAll(named(texts, "till.kind-"));
        for (String factor : named(texts, "audit.code-")) details.add(factor + " code");
        Matcher signs = SESSION.matcher(typed);
        if (!signs.matches()) return;
        String word = texts.text("audit.from-session", "", "").replaceAll("[^\\p{L}]", "");
        String before = signs.group(1);
        if (before == null || before.endsWith(word.toLowerCase(Locale.ROOT))) session = signs.group(2);
    }

    /** The rest of each key that begins so and whose words hold what was typed. */
    private Set<String> named(Texts texts, String group) {
        Set<String> found = new TreeSet<>();
        for (String key : texts.keys())
            if (key.startsWith(group)
                    && texts.text(key).toLowerCase(Locale.ROOT).contains(typed))
                found.add(key.substring(group.length()));
        return found;
    }
}
