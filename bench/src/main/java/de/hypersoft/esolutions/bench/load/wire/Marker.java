package de.hypersoft.esolutions.bench.load.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that an answer must hold; looked for in steps as long as they are (Horspool), since answers are large. */
public final class Marker {

    private final byte[] wanted;
    private final int[] step = new int[256];

    public Marker(String wanted) {
        this.wanted = wanted.getBytes(StandardCharsets.UTF_8);
        if (this.wanted.length == 0) throw new IllegalArgumentException("nothing is in everything");
        Arrays.fill(step, this.wanted.length);
        for (int i = 0; i < this.wanted.length - 1; i++) step[this.wanted[i] & 0xff] = this.wanted.length - 1 - i;
    }

    public boolean in(byte[] answer) {
        int last = wanted.length - 1;
        for (int at = 0; at + last < answer.length; at += step[answer[at + last] & 0xff]) {
            int i = last;
            while (i >= 0 && answer[at + i] == wanted[i]) i--;
            if (i < 0) return true;
        }
        return false;
    }

    @Override
    public String toString() {
        return new String(wanted, StandardCharsets.UTF_8);
    }
}
