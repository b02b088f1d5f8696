package de.hypersoft.esolutions.sync.menufile;

/** The formats in which a menu comes. */
public enum MenuFileKind {
    CSV(true),
    XLSX(true),
    /** The catalogue of a till, as {@code PUT /catalog} takes it. */
    CATALOGUE(false),
    UBER_EATS(false),
    SQUARE(false),
    SCHEMA_ORG(false);

    private final boolean table;

    MenuFileKind(boolean table) {
        this.table = table;
    }

    /** Whether somebody has to say what its columns mean. */
    public boolean table() {
        return table;
    }
}
