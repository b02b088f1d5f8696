package de.hypersoft.esolutions.certificates.check;

import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/** From when to when a certificate holds. The one place that meets Java's old dates, which certificates still speak. */
final class Validity {

    private Validity() {}

    static Instant from(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    static Instant until(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    /** The moment at which a chain is to be valid. */
    static void at(PKIXParameters parameters, Instant moment) {
        parameters.setDate(Date.from(moment));
    }
}
