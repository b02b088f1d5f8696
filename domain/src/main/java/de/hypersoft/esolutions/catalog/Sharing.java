package de.hypersoft.esolutions.catalog;

import java.util.HashMap;
import java.util.Map;

/** Keeps equal values once: a till writes the same options out for each dish, and one menu has thousands of dishes. */
final class Sharing {

    private final Map<Object, Object> kept = new HashMap<>();

    /** An equal value that was seen before, else this one. Only for what never changes. */
    @SuppressWarnings("unchecked")
    <T> T one(T value) {
        Object known = kept.putIfAbsent(value, value);
        return known == null ? value : (T) known;
    }
}
