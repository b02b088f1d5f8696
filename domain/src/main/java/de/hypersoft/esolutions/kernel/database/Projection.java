package de.hypersoft.esolutions.kernel.database;

/** What a query reads into a record: a constructor expression whose class the compiler knows. */
public final class Projection {

    private Projection() {}

    /** @param columns one for each component of the record, in its order */
    public static String of(Class<? extends Record> row, String columns) {
        return "select new " + row.getName() + "(" + columns + ")";
    }
}
