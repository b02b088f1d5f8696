package de.hypersoft.esolutions.portal.sync;

import de.hypersoft.esolutions.kernel.text.FileWords;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.request.SyncProgress;
import de.hypersoft.esolutions.web.page.Texts;
import java.util.Map;
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
        return FileWords.in(texts.locale()).load(code, facts);
    }

    /** The names of encodings that say more than a standard's name have words of their own. */
    public static String encoding(Texts texts, String name) {
        return FileWords.in(texts.locale()).encoding(name);
    }
}
