package de.hypersoft.esolutions.connector.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a file of the till is written in UTF-8, before it is sent or believed. */
public final class Letters {

    private Letters() {}

    /**
     * What a person has to know about a file in another encoding.
     *
     * @return empty when it is UTF-8, with or without its mark
     */
    public static Optional<Fault> fault(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF) || starts(bytes, 0, 0, 0xFE, 0xFF) || zeros(bytes))
            return Optional.of(new Fault("UTF-16", 1, 1));
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (!strict.decode(in, CharBuffer.allocate(bytes.length), true).isError()) return Optional.empty();
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
            if (bytes[i] == '\n') line++;
        }
        return Optional.of(new Fault("Windows-1252/Latin-1 (ANSI)", in.position() + 1, line));
    }

    /** @param encoding the likely one; @param at the byte and @param line where the first strange letter stands, from 1 */
    public record Fault(String encoding, int at, int line) {

        /** @param file that has it */
        public String words(Path file, ConnectorTexts texts) {
            return texts.of("load.unreadable", file, encoding, Integer.toString(at), Integer.toString(line));
        }
    }

    /** UTF-16 without a mark: every other byte of plain text is zero, and JSON never has one. */
    private static boolean zeros(byte[] bytes) {
        int looked = Math.min(bytes.length, 256);
        int zeros = 0;
        for (int i = 0; i < looked; i++) {
            if (bytes[i] == 0) zeros++;
        }
        return zeros > 0 && zeros >= looked / 3;
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) return false;
        }
        return true;
    }
}
