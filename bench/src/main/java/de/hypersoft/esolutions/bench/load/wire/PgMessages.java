package de.hypersoft.esolutions.bench.load.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads what a client of PostgreSQL sends over one connection (protocol 3): each Execute and each simple query is a
 * statement, each Sync and each simple query a round trip.
 */
final class PgMessages {

    private static final int STARTUP = 196_608;

    private final Asked asked;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();
    private byte[] pending = new byte[8_192];
    private int held;
    private boolean started;

    PgMessages(Asked asked) {
        this.asked = asked;
    }

    /** The next bytes of the stream, cut anywhere. */
    void sent(byte[] bytes, int length) {
        if (held + length > pending.length) pending = Arrays.copyOf(pending, Math.max(held + length, 2 * held));
        System.arraycopy(bytes, 0, pending, held, length);
        held += length;
        int at = 0;
        for (int size = whole(at); size > 0; size = whole(at)) {
            message(ByteBuffer.wrap(pending, at, size));
            at += size;
        }
        System.arraycopy(pending, at, pending, 0, held - at);
        held -= at;
    }

    /** How many bytes the message that begins here has; 0 while its end is not here yet. */
    private int whole(int at) {
        int kind = started ? 1 : 0;
        if (held - at < kind + 4) return 0;
        int size = kind + ByteBuffer.wrap(pending).getInt(at + kind);
        return size <= held - at ? size : 0;
    }

    private void message(ByteBuffer message) {
        if (!started) {
            started = message.getInt(message.position() + 4) == STARTUP; // before it, questions about TLS
            return;
        }
        char kind = (char) message.get();
        message.getInt();
        switch (kind) {
            case 'P' -> texts.put(word(message), word(message));
            case 'B' -> portals.put(word(message), texts.getOrDefault(word(message), "?"));
            case 'E' -> asked.statement(portals.getOrDefault(word(message), "?"));
            case 'S' -> asked.trip();
            case 'Q' -> {
                asked.statement(word(message));
                asked.trip();
            }
            default -> {
                // says nothing about how much is asked
            }
        }
    }

    private static String word(ByteBuffer message) {
        int begin = message.position();
        while (message.get() != 0) continue;
        int length = message.position() - 1 - begin;
        return new String(message.array(), message.arrayOffset() + begin, length, StandardCharsets.UTF_8);
    }
}
