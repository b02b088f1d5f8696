package de.hypersoft.esolutions.kernel.text;

/** Text as people type and paste it, read before anybody looks for a meaning in it. */
public final class TypedText {

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    private TypedText() {}

    /**
     * Full-width letters and the digits of every script as ASCII, each run of spaces of any kind as one blank, marks that
     * nobody sees (directions, joiners, soft hyphens) left out, nothing around it. Line ends and other control characters
     * stay, so that whoever cannot have them still refuses them.
     */
    public static String plain(String text) {
        if (isPlain(text)) return text;
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(plain, c));
        return plain.toString().strip();
    }

    /** As nearly everything is typed. */
    private static boolean isPlain(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F || c == ' ' && blank) return false;
            blank = c == ' ';
        }
        return text.isEmpty() || !blank;
    }

    private static void append(StringBuilder plain, int c) {
        if (Character.getType(c) == Character.FORMAT) return;
        boolean blank = c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
        if (!blank) plain.appendCodePoint(ascii(c));
        else if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') plain.append(' ');
    }

    private static int ascii(int c) {
        if (c < 0x80) return c;
        if (Character.isDigit(c)) return '0' + Character.digit(c, 10);
        return c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? c - FULL_WIDTH_OFFSET : c;
    }
}
