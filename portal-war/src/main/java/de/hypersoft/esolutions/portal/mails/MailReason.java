package de.hypersoft.esolutions.portal.mails;

import java.util.Locale;
import java.util.regex.Pattern;

/** Why a mail did not go out, as people need it: what is wrong and who can mend it. Told by the mail server's words. */
public enum MailReason {
    SIGN_IN("^sign-in refused.*"),
    MAILBOX_FULL("^(552|[45]\\d\\d[ -][45]\\.2\\.2)\\b.*"),
    UNKNOWN_RECIPIENT(
            "^5\\d\\d[ -](5\\.1\\.[0-36]\\b.*|.*(no such|unknown|not exist|does ?n.t exist|mailbox unavailable).*)"),
    BAD_ADDRESS(".*(illegal|missing final|local address|domain (contains|starts)|empty address).*"),
    REFUSED("^5\\d\\d[ -].*"),
    BUSY("^4\\d\\d[ -].*"),
    ENCRYPTION(".*(starttls|ssl|tls|pkix|certificat|handshake).*"),
    UNREACHABLE(".*(connect|timed? ?out|unknown ?host|no route|eof|reset|broken pipe).*"),
    OTHER(".*");

    private final Pattern said;

    MailReason(String said) {
        this.said = Pattern.compile(said, Pattern.DOTALL);
    }

    /** @param words of the mail server, or of the connection to it */
    public static MailReason of(String words) {
        String folded = words.strip().toLowerCase(Locale.ROOT);
        for (MailReason reason : values()) {
            if (reason.said.matcher(folded).matches()) return reason;
        }
        return OTHER;
    }
}
