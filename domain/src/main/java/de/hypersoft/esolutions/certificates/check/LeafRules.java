package de.hypersoft.esolutions.certificates.check;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.ENDED;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.ENDS_BEFORE_ACTIVE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.ENDS_SOON;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_AN_AUTHORITY;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.MUST_STAPLE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.NOT_FOR_SERVERS;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.NOT_YET_VALID;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.NO_DIGITAL_SIGNATURE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.NO_NAMES;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.OTHER_ADDRESS_NOT_NAMED;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.OTHER_NAME;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.STARTS_SOON;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNSUPPORTED_CURVE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.WEAK_KEY;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.WEAK_SIGNATURE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.WILDCARD_NOT_BARE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.WILDCARD_TOO_SHORT;

import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.certificates.pfx.PfxContext;
import de.hypersoft.esolutions.hostnames.HostName;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What browsers and this server ask of the certificate itself; the chain is another matter. */
final class LeafRules {

    private static final String TLS_FEATURE = "1.3.6.1.5.5.7.1.24";
    /** Without it no key can take part in a handshake with forward secrecy: ERR_SSL_KEY_USAGE_INCOMPATIBLE. */
    private static final int DIGITAL_SIGNATURE = 0;

    private static final Set<Integer> CURVES = Set.of(256, 384);
    private static final int SHORTEST_RSA = 2048;
    private static final Duration SKEW = Duration.ofHours(24);
    private static final Duration SOON = Duration.ofDays(14);

    private final X509Certificate leaf;
    private final PfxContext context;
    private final List<Finding> findings = new ArrayList<>();

    private LeafRules(X509Certificate leaf, PfxContext context) {
        this.leaf = leaf;
        this.context = context;
    }

    static List<Finding> check(X509Certificate leaf, PfxContext context) {
        LeafRules rules = new LeafRules(leaf, context);
        rules.names();
        rules.validity();
        rules.strength();
        rules.purpose();
        return rules.findings;
    }

    private void names() {
        List<String> names = CertificateFacts.namesOf(leaf);
        String host = context.host().value();
        HostName other = context.other();
        if (names.isEmpty()) {
            find(NO_NAMES, host);
        } else if (!CertificateFacts.covers(names, host)) {
            find(kindOfOther(names, host), host, String.join(", ", names));
        } else if (other != null && !CertificateFacts.covers(names, other.value())) {
            find(OTHER_ADDRESS_NOT_NAMED, other.value());
        }
    }

    private static Finding.Kind kindOfOther(List<String> names, String host) {
        if (names.contains("*." + host)) return WILDCARD_NOT_BARE;
        boolean deeper = names.stream().anyMatch(name -> name.startsWith("*.") && host.endsWith(name.substring(1)));
        return deeper ? WILDCARD_TOO_SHORT : OTHER_NAME;
    }

    private void validity() {
        Instant from = Validity.from(leaf);
        Instant until = Validity.until(leaf);
        Instant now = context.now();
        if (!until.isAfter(now)) find(ENDED, until.toString());
        else if (until.isBefore(now.plus(SOON))) find(ENDS_SOON, until.toString());
        if (from.isAfter(now.plus(SKEW))) find(NOT_YET_VALID, from.toString());
        else if (from.isAfter(now)) find(STARTS_SOON, from.toString());
        Instant active = context.activeUntil();
        if (active != null && until.isBefore(active) && until.isAfter(now))
            find(ENDS_BEFORE_ACTIVE, until.toString(), active.toString());
    }

    private void strength() {
        String type = CertificateFacts.keyType(leaf.getPublicKey());
        int bits = CertificateFacts.bits(leaf.getPublicKey());
        if (type.equals("RSA") && bits < SHORTEST_RSA) find(WEAK_KEY, String.valueOf(bits));
        if (type.equals("EC") && !CURVES.contains(bits)) find(UNSUPPORTED_CURVE);
        if (!BrowserSignatures.isKnown(leaf)) find(WEAK_SIGNATURE, leaf.getSigAlgName());
    }

    private void purpose() {
        if (leaf.getBasicConstraints() >= 0) find(IS_AN_AUTHORITY);
        if (leaf.getExtensionValue(TLS_FEATURE) != null) find(MUST_STAPLE);
        if (!IssuerRules.isForServers(leaf)) find(NOT_FOR_SERVERS);
        boolean[] usage = leaf.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) find(NO_DIGITAL_SIGNATURE);
    }

    private void find(Finding.Kind kind, String... facts) {
        findings.add(Finding.of(kind, facts));
    }
}
