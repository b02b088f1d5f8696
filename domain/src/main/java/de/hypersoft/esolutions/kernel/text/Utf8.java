package de.hypersoft.esolutions.kernel.text;

import de.hypersoft.esolutions.kernel.Invalid;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Text that arrives as bytes: UTF-8 as RFC 3629 has it, and nothing else. A letter that cannot be read is never replaced:
 * the refusal says where it stands and which encoding it was most likely written in, so that somebody can mend the export.
 */
public final class Utf8 {

    private static final int ABOUT = 12;

    private Utf8() {}

    /**
     * The text, without a byte order mark.
     *
     * @param field how the refusal names what was sent
     * @throws Invalid {@code not-utf-8}, with the parameters {@code encoding}, {@code byte} and {@code line} (from 1)
     */
    public static String text(byte[] bytes, String field) {
        String packed = packed(bytes);
        if (!packed.isEmpty()) throw refusal(packed, bytes, 0, field);
        String wide = wide(bytes);
        if (!wide.isEmpty()) throw refusal(wide, bytes, 0, field);
        int start = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length - start);
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = strict.decode(in, out, true);
        if (result.isError()) throw refusal(narrow(bytes), bytes, in.position(), field);
        return out.flip().toString();
    }

    /** @throws Invalid {@code not-utf-8} when a field of the form, its escapes undone, is no UTF-8 */
    public static void checkForm(String form) {
        if (form.indexOf('%') < 0) return;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(form.length());
        for (int i = 0; i < form.length(); i++) {
            int high = form.charAt(i) == '%' && i + 2 < form.length() ? Character.digit(form.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(form.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else bytes.writeBytes(form.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
        }
        text(bytes.toByteArray(), "form");
    }

    /** The first half of a surrogate pair that stands alone, as JSON can write it and UTF-8 cannot. */
    public static OptionalInt loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) continue;
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1)))
                i++;
            else return OptionalInt.of(c);
        }
        return OptionalInt.empty();
    }

    private static Invalid refusal(String encoding, byte[] bytes, int at, String field) {
        int line = 1;
        for (int i = 0; i < at; i++) if (bytes[i] == '\n') line++;
        String where = "byte " + (at + 1) + ", line " + line + ", near »" + near(bytes, at, encoding) + "«";
        return new Invalid(
                "not-utf-8",
                "this is not UTF-8 but looks like " + encoding + " (" + where + "); write the text in UTF-8",
                field,
                Map.of("encoding", encoding, "byte", at + 1, "line", line));
    }

    private static String near(byte[] bytes, int at, String encoding) {
        int from = Math.max(0, at - ABOUT);
        int length = Math.min(bytes.length, at + ABOUT) - from;
        String text = new String(bytes, from, length, charset(encoding));
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFD]", " ").strip();
    }

    private static Charset charset(String encoding) {
        if (encoding.startsWith("IBM")) return Charset.forName("IBM850");
        if (encoding.startsWith("Windows-1251")) return Charset.forName("windows-1251");
        return encoding.startsWith("mostly") ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    /** What programs pack files into, by its first bytes; empty when it is none of it. */
    private static String packed(byte[] bytes) {
        if (starts(bytes, 0x1F, 0x8B)) return "gzip";
        return starts(bytes, 'P', 'K', 3, 4) ? "ZIP" : "";
    }

    /** UTF-16 and UTF-32, by their mark, else by their many zero bytes; empty when it is neither. */
    private static String wide(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE, 0, 0) || starts(bytes, 0, 0, 0xFE, 0xFF)) return "UTF-32";
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) return "UTF-16";
        int looked = Math.min(bytes.length, 256);
        int zeros = 0;
        for (int i = 0; i < looked; i++) if (bytes[i] == 0) zeros++;
        if (zeros == 0 || zeros < looked / 3) return "";
        return zeros > looked * 5 / 8 ? "UTF-32" : "UTF-16";
    }

    /** Which encoding of one byte a letter it most likely is, by the bytes that are not ASCII. */
    private static String narrow(byte[] bytes) {
        int good = 0;
        int high = 0;
        int runs = 0;
        boolean dos = false;
        boolean umlauts = false;
        boolean control = false;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 0) continue;
            int length = sequence(bytes, i);
            if (length > 0) {
                good++;
                i += length - 1;
                continue;
            }
            high++;
            if (i == 0 || bytes[i - 1] >= 0) runs++;
            int b = bytes[i] & 0xFF;
            boolean inWord = i > 0 && Character.isLetter(bytes[i - 1]) || i + 1 < bytes.length && letter(bytes[i + 1]);
            dos |= inWord && (b == 0x81 || b == 0x84 || b == 0x94);
            umlauts |= inWord && "\u00E4\u00F6\u00FC\u00DF\u00C4\u00D6\u00DC".indexOf(b) >= 0;
            control |= b < 0xA0;
        }
        if (good > high) return "mostly UTF-8 with broken letters";
        if (high >= 3 * Math.max(1, runs)) return "Windows-1251 (Cyrillic)";
        // The low quotation mark of 1252 is the ä of 850, where the umlauts of 1252 are signs that no word holds.
        if (dos && !umlauts) return "IBM 850 (DOS)";
        return control ? "Windows-1252 (ANSI)" : "Windows-1252 or ISO 8859-1 (ANSI, Latin-1)";
    }

    private static boolean letter(byte b) {
        return b > 0 && Character.isLetter(b);
    }

    /** How many bytes from here are one character of UTF-8, or 0. */
    private static int sequence(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        int length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
        if (length == 0 || lead >= 0xF5 || at + length > bytes.length) return 0;
        for (int i = 1; i < length; i++) if ((bytes[at + i] & 0xC0) != 0x80) return 0;
        return length;
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if ((bytes[i] & 0xFF) != with[i]) return false;
        return true;
    }
}
