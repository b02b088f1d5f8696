package de.hypersoft.esolutions.portal.sync;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.text.FileWords;
import de.hypersoft.esolutions.web.page.Texts;

/** One thing that was found in a load, as a sentence in the reader's language, for whoever reads it outside of a page. */
public final class FindingWords {

    private FindingWords() {}

    /** What is wrong, what the till wrote, and how it is right. */
    public static String of(Texts texts, CatalogFinding finding) {
        return FileWords.in(texts.locale()).finding(finding.code(), finding.detail());
    }
}
