package de.hypersoft.esolutions.it.handover;

import java.util.Arrays;

/** Worlds already met, by their keys, each with the step that led to it first; compact, for some millions. */
final class Visited {

    private long[] keys = new long[3 << 16];
    private int[] parents = new int[1 << 16];
    private byte[] ordinals = new byte[1 << 16];
    private int[] slots = empty(1 << 18);
    private int size;

    /** @return false when it was there already */
    boolean add(long[] key, int parent, int ordinal) {
        if (2L * size > slots.length) grow();
        int slot = slot(key[0], key[1], key[2]);
        if (slots[slot] >= 0) return false;
        if (size == parents.length) {
            keys = Arrays.copyOf(keys, keys.length * 2);
            parents = Arrays.copyOf(parents, parents.length * 2);
            ordinals = Arrays.copyOf(ordinals, ordinals.length * 2);
        }
        System.arraycopy(key, 0, keys, 3 * size, 3);
        parents[size] = parent;
        ordinals[size] = (byte) ordinal;
        slots[slot] = size++;
        return true;
    }

    int size() {
        return size;
    }

    int parent(int world) {
        return parents[world];
    }

    int ordinal(int world) {
        return ordinals[world];
    }

    private int slot(long a, long b, long c) {
        long h = (a * 0x9E3779B97F4A7C15L + b) * 0xC2B2AE3D27D4EB4FL + c;
        h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
        int mask = slots.length - 1;
        int slot = (int) (h >>> 32) & mask;
        while (slots[slot] >= 0 && !same(slots[slot], a, b, c)) slot = (slot + 1) & mask;
        return slot;
    }

    private boolean same(int world, long a, long b, long c) {
        int at = 3 * world;
        return keys[at] == a && keys[at + 1] == b && keys[at + 2] == c;
    }

    private void grow() {
        slots = empty(slots.length * 2);
        for (int i = 0; i < size; i++) slots[slot(keys[3 * i], keys[3 * i + 1], keys[3 * i + 2])] = i;
    }

    private static int[] empty(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }
}
