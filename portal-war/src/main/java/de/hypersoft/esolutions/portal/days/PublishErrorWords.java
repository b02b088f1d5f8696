package de.hypersoft.esolutions.portal.days;

import de.hypersoft.esolutions.web.page.Texts;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why the menu of a new day was not published, in the words of hosting staff; what was kept is a code or a place in the code. */
public final class PublishErrorWords {

    private static final Pattern DATABASE = Pattern.compile("\\S+ in SQL state (\\S+)");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private PublishErrorWords() {}

    /** @param reason as {@code LoggableCause} tells it */
    public static String of(Texts texts, String reason) {
        Matcher database = DATABASE.matcher(reason);
        if (database.matches()) return texts.text("days.why-database", database.group(1));
        if (!CODE.matcher(reason).matches()) return texts.text("days.why-fault", reason);
        String sentence = texts.has("refusal." + reason) ? texts.refusal(reason, Map.of()) : "";
        return sentence.isEmpty() || sentence.contains("{") ? texts.text("days.why-refused", reason) : sentence;
    }
}
