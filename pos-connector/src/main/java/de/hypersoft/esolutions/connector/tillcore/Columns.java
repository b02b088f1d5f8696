package de.hypersoft.esolutions.connector.tillcore;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paper has so many columns and no more: a printer cuts off or breaks anywhere what is longer. Lines are broken between
 * words and go on below where their words began. Letters of East Asia and pictures take two columns each (Unicode
 * Standard Annex 11, wide and fullwidth), accents that stand over the letter before them take none.
 */
final class Columns {

    /** How often, what for: where the words of a line begin. */
    private static final Pattern BEFORE_WORDS = Pattern.compile("\\s*(?:[+!-] +)?(?:\\d+ x )?");

    private static final int[][] WIDE = {
        {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xA000, 0xA4CF},
        {0xA960, 0xA97F}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD}
    };

    private Columns() {}

    /** Each line of the text, broken to this many columns. */
    static String wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) wrapLine(line, columns, lines);
        return String.join("\n", lines);
    }

    /** How many columns a text takes. */
    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static void wrapLine(String line, int columns, List<String> lines) {
        if (width(line) <= columns) {
            lines.add(line);
            return;
        }
        Matcher before = BEFORE_WORDS.matcher(line);
        int indent = before.lookingAt() ? Math.min(width(before.group()), columns / 2) : 0;
        String below = " ".repeat(indent == 0 ? 2 : indent);
        StringBuilder current = new StringBuilder(line.substring(0, before.end()));
        boolean begun = false;
        for (String word : line.substring(before.end()).strip().split("\\s+")) {
            if (begun && width(current.toString()) + 1 + width(word) > columns) {
                lines.add(current.toString());
                current = new StringBuilder(below);
                begun = false;
            }
            if (begun) current.append(' ');
            current = append(current, word, columns, below, lines);
            begun = true;
        }
        lines.add(current.toString());
    }

    /** A word that is longer than a line is broken where the paper ends. */
    private static StringBuilder append(
            StringBuilder line, String word, int columns, String below, List<String> lines) {
        StringBuilder current = line;
        int used = width(current.toString());
        for (int letter : word.codePoints().toArray()) {
            if (used + width(letter) > columns) {
                lines.add(current.toString());
                current = new StringBuilder(below);
                used = below.length();
            }
            current.appendCodePoint(letter);
            used += width(letter);
        }
        return current;
    }

    private static int width(int letter) {
        int type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || type == Character.CONTROL) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (letter >= range[0] && letter <= range[1]) return 2;
        }
        return 1;
    }
}
