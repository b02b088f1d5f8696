package de.hypersoft.esolutions.bench.load.wire;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Answers that were looked into already, one for each of so many targets. The same bytes again need no second look; any
 * others are unpacked and searched for their markers.
 */
public final class Known {

    private final AtomicReferenceArray<byte[]> bodies;

    public Known(int targets) {
        bodies = new AtomicReferenceArray<>(targets);
    }

    /**
     * @param target from 0
     * @throws WrongAnswer unless it is 200 and holds all markers
     */
    public void check(int target, Answer answer, List<Marker> markers) throws IOException {
        if (answer.status() != 200) throw new WrongAnswer("no 200", answer);
        if (Arrays.equals(bodies.get(target), answer.body())) return;
        byte[] plain = answer.plain();
        for (Marker marker : markers) if (!marker.in(plain)) throw new WrongAnswer("without " + marker, answer);
        bodies.set(target, answer.body());
    }
}
