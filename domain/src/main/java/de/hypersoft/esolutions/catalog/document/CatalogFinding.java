package de.hypersoft.esolutions.catalog.document;

import org.jspecify.annotations.Nullable;

/**
 * One thing of a catalogue that was refused, or is worth knowing, and why.
 *
 * @param kind {@code article}, {@code optionGroup}, {@code category}, {@code deposit} or {@code vatClass}; for a remark about
 *     the whole {@code catalogue}
 * @param id its id, or {@code #12} (its place, from 0) when it has none that can be read
 * @param name what people call it; null when it has no name that can be read
 * @param code stable, kebab-case
 * @param detail the reason as a sentence for the person at the till
 * @param cause kind and id of what it only follows from, as {@link #key()} writes them; null when it is a cause itself
 * @param at the place within the element as RFC 6901 writes it ({@code /price}); empty for the element; null where it was not
 *     written down
 */
public record CatalogFinding(
        String kind,
        String id,
        @Nullable String name,
        String code,
        String detail,
        @Nullable String cause,
        @Nullable String at) {

    /** A cause, whose name is not known yet. */
    public static CatalogFinding of(String kind, String id, String code, String detail) {
        return at(kind, id, "", code, detail);
    }

    /** The same at a place within the element. */
    public static CatalogFinding at(String kind, String id, String at, String code, String detail) {
        return new CatalogFinding(kind, id, null, code, detail, null, at);
    }

    public CatalogFinding named(@Nullable String known) {
        return new CatalogFinding(kind, id, known == null ? name : known, code, detail, cause, at);
    }

    public String key() {
        return key(kind, id);
    }

    public static String key(String kind, String id) {
        return kind + ' ' + id;
    }
}
