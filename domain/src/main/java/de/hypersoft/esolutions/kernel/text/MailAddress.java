package de.hypersoft.esolutions.kernel.text;

import de.hypersoft.esolutions.kernel.Invalid;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address that can be written to. The domain may be international and is sent in its ASCII form, as browsers and
 * mail servers know it (IDNA); the part before the {@code @} is ASCII, for what is not travels only between servers that
 * all speak SMTPUTF8 (RFC 6531), and no server can promise that for those behind it.
 *
 * @param written as its owner writes it; at most 254 characters in either form (RFC 5321)
 * @param ascii as it goes over the wire
 */
public record MailAddress(String written, String ascii) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^`{|}~-]+)*");
    private static final Pattern SCHEME = Pattern.compile("(?i)^mailto: ?");

    /** @throws Invalid {@code invalid-email}; {@code international-mailbox} when only the part before the @ is at fault */
    public static MailAddress parse(String given, String field) {
        String text = SCHEME.matcher(TypedText.plain(given)).replaceFirst("");
        int at = text.lastIndexOf('@');
        String local = at < 0 ? "" : text.substring(0, at);
        Optional<String> domain = at < 0 ? Optional.empty() : domain(text.substring(at + 1));
        if (domain.isPresent() && foreign(local))
            throw new Invalid(
                    "international-mailbox", "no mail server of ours can be asked to carry this mailbox", field);
        if (domain.isEmpty()
                || local.length() > LONGEST_LOCAL
                || !LOCAL.matcher(local).matches())
            throw new Invalid("invalid-email", "that is no mail address", field);
        String ascii = local + "@" + domain.get();
        if (ascii.length() > LONGEST || text.length() > LONGEST)
            throw new Invalid("invalid-email", "a mail address has at most 254 characters", field);
        return new MailAddress(text, ascii);
    }

    /**
     * Where mail to it ends up, as a key: without case, and without what its owner may add at will, a word behind a plus
     * (RFC 5233) and dots where the provider overlooks them. For counting, never for sending.
     */
    public String mailbox() {
        String whole = ascii.toLowerCase(Locale.ROOT);
        int at = whole.lastIndexOf('@');
        String domain = whole.substring(at + 1);
        String local = whole.substring(0, at);
        int plus = local.indexOf('+');
        if (plus > 0) local = local.substring(0, plus);
        boolean gmail = domain.equals("gmail.com") || domain.equals("googlemail.com");
        return gmail ? local.replace(".", "") + "@gmail.com" : local + "@" + domain;
    }

    /** Enough for its owner to know it again: {@code a•••@example.org}. */
    public String masked() {
        return written.substring(0, 1) + "•••" + written.substring(written.lastIndexOf('@'));
    }

    /** Letters and signs that would be a mailbox if they were ASCII. */
    private static boolean foreign(String local) {
        return local.chars().anyMatch(c -> c >= 0x80)
                && LOCAL.matcher(local.codePoints()
                                .map(c -> c < 0x80 ? c : 'x')
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append))
                        .matches();
    }

    private static Optional<String> domain(String given) {
        boolean plain = given.chars().allMatch(c -> c < 0x80) && !given.contains("xn--");
        return (plain ? Optional.of(given) : Idna.toAscii(given)).filter(MailAddress::isDomain);
    }

    /** Of two labels or more, the last of which begins with a letter. */
    private static boolean isDomain(String ascii) {
        int last = ascii.lastIndexOf('.') + 1;
        return last > 1
                && last < ascii.length()
                && !Character.isDigit(ascii.charAt(last))
                && Idna.isOfLabels(ascii.toLowerCase(Locale.ROOT));
    }
}
