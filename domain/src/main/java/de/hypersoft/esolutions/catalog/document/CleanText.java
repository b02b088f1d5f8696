package de.hypersoft.esolutions.catalog.document;

import de.hypersoft.esolutions.kernel.text.InvisibleCharacters;
import java.nio.charset.Charset;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Takes out of a text what nobody meant to say: line ends of three systems, tabs, control characters that an export left
 * over, marks that turn the direction of writing, blanks that only pad. What stands between words stays: a blank that
 * must not break keeps a figure and its unit together.
 */
final class CleanText {

    private static final Charset ANSI = Charset.forName("windows-1252");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n|[\\r\\x{B}\\f\\x{85}\\x{2028}\\x{2029}]");
    private static final Pattern SEVERAL_BLANKS = Pattern.compile("[\\h\\x{FEFF}]{2,}|\\t|\\x{FEFF}");
    private static final Pattern MANY_EMPTY_LINES = Pattern.compile("\\n{3,}");

    private CleanText() {}

    /** A name: one line. */
    static String line(String text) {
        if (clean(text)) return text;
        return trimmed(blanks(readable(text).replace('\n', ' ')));
    }

    /** A description: its line breaks stay, as {@code \n}; empty lines are one at most. */
    static String lines(String text) {
        if (clean(text)) return text;
        String[] lines = readable(text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) lines[i] = trimmed(blanks(lines[i]));
        return trimmed(MANY_EMPTY_LINES.matcher(String.join("\n", lines)).replaceAll("\n\n"));
    }

    /** Whether there is nothing to do, as with nearly all texts. */
    private static boolean clean(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean another = c == ' ' || c >= 0x7F && padding(c);
            if (c < ' ' || c >= 0x7F && c < 0xA0 || c == 0xFEFF || another && blank || InvisibleCharacters.turns(c))
                return false;
            blank = another;
        }
        return !blank;
    }

    private static String blanks(String line) {
        return SEVERAL_BLANKS.matcher(line).replaceAll(" ");
    }

    private static String trimmed(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && CleanText.padding(line.charAt(from))) from++;
        while (to > from && CleanText.padding(line.charAt(to - 1))) to--;
        return line.substring(from, to);
    }

    private static boolean padding(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF;
    }

    /** Only {@code \n} ends a line; what is no character at all is gone, and 0x80 to 0x9F are what Windows meant. */
    private static String readable(String text) {
        String broken = LINE_ENDS.matcher(text).replaceAll("\n");
        IntPredicate harmless =
                c -> c == '\n' || c == '\t' || !Character.isISOControl(c) && !InvisibleCharacters.turns(c);
        if (broken.chars().allMatch(harmless)) return broken;
        StringBuilder clean = new StringBuilder(broken.length());
        broken.chars().forEach(c -> {
            if (harmless.test(c)) clean.append((char) c);
            else if (c >= 0x80 && c < 0xA0) clean.append(new String(new byte[] {(byte) c}, ANSI).replace("\uFFFD", ""));
        });
        return clean.toString();
    }
}
