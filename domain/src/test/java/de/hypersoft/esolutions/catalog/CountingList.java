package de.hypersoft.esolutions.catalog;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A list that counts how often an element of it was looked at: work is measured in steps, not in seconds. */
public final class CountingList<T> extends AbstractList<T> implements RandomAccess {

    private final List<T> elements;
    private long looks;

    public CountingList(List<T> elements) {
        this.elements = elements;
    }

    public long looks() {
        return looks;
    }

    @Override
    public T get(int index) {
        looks++;
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
