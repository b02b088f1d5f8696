package de.hypersoft.esolutions.certificates.check;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.LIVES_OVER_398_DAYS;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.LIVES_TOO_LONG;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.NOT_LOGGED;

import de.hypersoft.esolutions.certificates.pfx.Finding;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What browsers demand of certificates of public authorities alone. */
final class PublicRules {

    /** Longer ones are refused by Chromium (ERR_CERT_VALIDITY_TOO_LONG) and Safari. */
    private static final Duration LONGEST = Duration.ofDays(398);
    /** RFC 6962, proofs of logs inside of the certificate; this server sends none in the handshake. */
    private static final String LOGGED = "1.3.6.1.4.1.11129.2.4.2";

    private PublicRules() {}

    static List<Finding> check(X509Certificate leaf) {
        List<Finding> findings = new ArrayList<>();
        if (leaf.getExtensionValue(LOGGED) == null) findings.add(Finding.of(NOT_LOGGED));
        Duration life = Duration.between(Validity.from(leaf), Validity.until(leaf));
        long days = life.toDays();
        if (life.compareTo(LONGEST) > 0) findings.add(Finding.of(LIVES_OVER_398_DAYS, String.valueOf(days)));
        else if (days > mayLive(Validity.from(leaf))) findings.add(Finding.of(LIVES_TOO_LONG, String.valueOf(days)));
        return findings;
    }

    /** In days, as the authorities have agreed: fewer from 15 March of 2026, 2027 and 2029. */
    private static long mayLive(Instant issued) {
        if (issued.isBefore(Instant.parse("2026-03-15T00:00:00Z"))) return 398;
        if (issued.isBefore(Instant.parse("2027-03-15T00:00:00Z"))) return 200;
        return issued.isBefore(Instant.parse("2029-03-15T00:00:00Z")) ? 100 : 47;
    }
}
