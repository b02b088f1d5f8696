package de.hypersoft.esolutions.kernel.text;

import com.ibm.icu.text.IDNA;
import java.util.Optional;

/**
 * International names as browsers read them: UTS #46, non-transitional, so that ß stays ß. Java's own IDN is of 2003 and
 * would register another domain than the one that guests ask for.
 */
public final class Idna {

    private static final IDNA BROWSERS = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.USE_STD3_RULES);

    private Idna() {}

    /** Empty when no browser would ask for such a name. */
    public static Optional<String> toAscii(String name) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = BROWSERS.nameToASCII(name, new StringBuilder(), info);
        return info.hasErrors() ? Optional.empty() : Optional.of(ascii.toString());
    }

    /** The name itself when it is no valid international one. */
    public static String toUnicode(String ascii) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder unicode = BROWSERS.nameToUnicode(ascii, new StringBuilder(), info);
        return info.hasErrors() ? ascii : unicode.toString();
    }
}
