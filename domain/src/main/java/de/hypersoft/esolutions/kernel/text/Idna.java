package de.hypersoft.esolutions.kernel.text;

import com.ibm.icu.text.IDNA;
import java.util.Optional;

/**
 * International names as browsers read them: UTS #46, non-transitional, so that ß stays ß. Java's own IDN is of 2003 and
 * would register another domain than the one that guests ask for.
 */
public final class Idna {

    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private Idna() {}

    /** Whether a name in small letters is of labels of 1 to 63 letters, digits and hyphens, none of these at an end of one. */
    public static boolean isOfLabels(String name) {
        int begin = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i == name.length() ? '.' : name.charAt(i);
            if (c == '.') {
                if (i == begin || i - begin > LONGEST_LABEL || name.charAt(begin) == '-' || name.charAt(i - 1) == '-')
                    return false;
                begin = i + 1;
            } else if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') return false;
        }
        return name.length() <= LONGEST;
    }

    /** Empty when no browser would ask for such a name. */
    public static Optional<String> toAscii(String name) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = Browsers.NAMES.nameToASCII(name, new StringBuilder(), info);
        return info.hasErrors() ? Optional.empty() : Optional.of(ascii.toString());
    }

    /** The name itself when it is no valid international one. */
    public static String toUnicode(String ascii) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder unicode = Browsers.NAMES.nameToUnicode(ascii, new StringBuilder(), info);
        return info.hasErrors() ? ascii : unicode.toString();
    }

    /** Loaded when the first international name comes: its tables take a while. */
    private static final class Browsers {
        static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE
                | IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.USE_STD3_RULES);
    }
}
