package de.hypersoft.esolutions.portal.sync;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.web.page.Texts;

/** One thing that was found in a load, as a sentence in the reader's language, for whoever reads it outside of a page. */
public final class FindingWords {

    private FindingWords() {}

    /** What is wrong, what the till wrote, and how it is right. */
    public static String of(Texts texts, CatalogFinding finding) {
        StringBuilder words = new StringBuilder(texts.orElse("finding." + finding.code(), finding.detail()));
        if (words.charAt(words.length() - 1) == ':') words.setCharAt(words.length() - 1, '.'); // names stand before
        String quoted = ReportPage.quoted(finding);
        if (!quoted.isEmpty()) words.append(" »").append(quoted).append('«');
        String how = texts.orElse("finding." + finding.code() + ".how", "");
        if (!how.isEmpty())
            words.append(' ').append(texts.text("finding.how")).append(' ').append(how);
        String meant = ReportPage.meant(finding);
        if (!meant.isEmpty()) words.append(' ').append(meant);
        return words.toString();
    }
}
