package de.hypersoft.esolutions.kernel.text;

import de.hypersoft.esolutions.kernel.Invalid;
import java.util.Map;

/**
 * Characters that nobody sees and that make a name read as another: they turn the direction of writing, hide inside a
 * word, or make two lines of one in a log. Joiners, soft hyphens and the marks that right-to-left scripts are typed with
 * are part of names and stay.
 */
public final class InvisibleCharacters {

    private InvisibleCharacters() {}

    /**
     * The text itself.
     *
     * @throws Invalid {@code unseen-character}, with the parameters {@code character} (such as U+202E) and {@code place}
     *     (from 1)
     */
    public static String refuse(String text, String field) {
        int place = 1;
        for (int i = 0; i < text.length(); place++) {
            int c = text.codePointAt(i);
            if (isUnseen(c)) {
                String character = String.format("U+%04X", c);
                throw new Invalid(
                        "unseen-character",
                        field + " contains " + character + " in place " + place + ", which nobody sees; type it anew",
                        field,
                        Map.of("character", character, "place", place));
            }
            i += Character.charCount(c);
        }
        return text;
    }

    /**
     * Those that embed, override or isolate: they could show a guest another price than the one charged. Exports of
     * right-to-left menus are full of them, and every name reads the same without.
     */
    public static boolean turns(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /** Half of a surrogate pair is here what {@code codePointAt} leaves of it. */
    private static boolean isUnseen(int c) {
        return turns(c)
                || Character.isISOControl(c)
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                || c == 0x180E
                || c == 0x200B
                || c == 0x2028
                || c == 0x2029
                || c >= 0x2060 && c <= 0x206F
                || c == 0xFEFF
                || c >= 0xFFF9 && c <= 0xFFFC
                || c >= 0xE0000 && c <= 0xE007F;
    }
}
