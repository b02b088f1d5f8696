package de.hypersoft.esolutions.kernel.database;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that the database is asked to hold to.
 *
 * @param sql with a question mark for each value
 */
public record Condition(String sql, List<Object> values) {
    public Condition and(Condition other) {
        List<Object> both = new ArrayList<>(values);
        both.addAll(other.values);
        return new Condition(sql + " and " + other.sql, both);
    }
}
