package de.hypersoft.esolutions.portal.sync;

import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.request.SyncProgress;
import de.hypersoft.esolutions.web.page.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a load was refused as a whole, in the reader's language: {@code load.CODE} with its facts filled in. Where a fact is
 * missing, as in reports of before, the sentence is {@code load.CODE.short}, which needs none.
 */
public final class LoadWords {

    private LoadWords() {}

    public static String refused(Texts texts, LoadReport report) {
        return refused(texts, report.code(), report.facts());
    }

    public static String refused(Texts texts, SyncProgress progress) {
        return refused(texts, progress.code(), progress.facts());
    }

    static String refused(Texts texts, @Nullable String code, Map<String, String> facts) {
        String key = "load." + Objects.requireNonNullElse(code, "other");
        String other = texts.text("load.other");
        String sentence = texts.orElse(key, other);
        for (Map.Entry<String, String> fact : facts.entrySet())
            if (!fact.getValue().isBlank())
                sentence = sentence.replace(
                        "{" + fact.getKey() + "}",
                        fact.getKey().equals("encoding") ? encoding(texts, fact.getValue()) : fact.getValue());
        boolean whole = !sentence.matches("(?s).*\\{[a-zA-Z]+}.*");
        return whole ? sentence : texts.orElse(key + ".short", other);
    }

    /** The names of encodings that say more than a standard's name have words of their own. */
    public static String encoding(Texts texts, String name) {
        String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
        return texts.orElse("load.encoding-" + key, name);
    }
}
