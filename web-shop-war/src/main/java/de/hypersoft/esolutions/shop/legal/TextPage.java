package de.hypersoft.esolutions.shop.legal;

import de.hypersoft.esolutions.tenancy.GuestDataTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Paragraphs of text, by the key of each.
 *
 * @param terms for how long data are kept; null where that is not the subject
 */
public record TextPage(
        String key, List<String> paragraphs, @Nullable GuestDataTerms terms) {

    TextPage(String key, List<String> paragraphs) {
        this(key, paragraphs, null);
    }

    /** What is filled into each paragraph beside name and phone of the location. */
    public int dataDays() {
        return terms == null ? 0 : terms.dataDays();
    }

    public int linkDays() {
        return terms == null ? 0 : terms.linkDays();
    }
}
