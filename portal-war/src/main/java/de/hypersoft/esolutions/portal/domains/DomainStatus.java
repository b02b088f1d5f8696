package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.acme.AutomaticView;
import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.certificates.Source;
import de.hypersoft.esolutions.certificates.serving.ShownHere;
import de.hypersoft.esolutions.hostnames.DomainKind;
import de.hypersoft.esolutions.hostnames.DomainView;
import de.hypersoft.esolutions.hostnames.HostCertificate;
import de.hypersoft.esolutions.hostnames.dns.DnsState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a domain stands, the worst first: made of its two axes and the clock. Each has one sentence that says what to do. */
public enum DomainStatus {
    KEY_FILE_LOST("bad", "octagon-alert"),
    KEY_DAMAGED("bad", "octagon-alert"),
    NOT_SHOWN("bad", "octagon-alert"),
    ENDED("bad", "octagon-alert"),
    ENDS_NOW("bad", "octagon-alert"),
    MOVED("bad", "octagon-alert"),
    FAILED("bad", "circle-x"),
    AUTOMATIC_FAILED("bad", "circle-x"),
    RENEWAL_LATE("warn", "triangle-alert"),
    ENDS_SOON("warn", "triangle-alert"),
    UNPROVEN("warn", "triangle-alert"),
    STAGED("warn", "upload"),
    PROVING("info", "timer"),
    ORDERING("info", "clock"),
    WRONG_DNS("warn", "triangle-alert"),
    UPLOAD("warn", "upload"),
    WAITING_DNS("info", "clock"),
    SERVING("ok", "circle-check"),
    VENDOR("ok", "circle-check"),
    RELEASED("info", "minus");

    private static final Duration NOW = Duration.ofDays(7);

    private final String tone;
    private final String icon;

    DomainStatus(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** Which colour class: ok, info, warn, bad. */
    public String tone() {
        return tone;
    }

    public String icon() {
        return icon;
    }

    /**
     * @param shown whether a handshake gets to see the active one
     * @param net the automatic certificate of the host; null where none is allowed
     */
    static DomainStatus of(
            DomainView domain,
            @Nullable CertificateView active,
            ShownHere.Shown shown,
            @Nullable AutomaticView net,
            Instant now) {
        if (domain.releasedAt() != null) return RELEASED;
        if (domain.kind() == DomainKind.VENDOR) return VENDOR;
        DomainView.Dns dns = domain.dns();
        DnsState state = dns == null ? DnsState.UNKNOWN : dns.state();
        if (active == null) return withoutCertificate(domain, net, state);
        return switch (shown) {
            case KEY_FILE_LOST -> KEY_FILE_LOST;
            case KEY_DAMAGED -> KEY_DAMAGED;
            case NO -> NOT_SHOWN;
            case YES -> served(active, domain, state, now);
        };
    }

    private static DomainStatus served(CertificateView active, DomainView domain, DnsState dns, Instant now) {
        if (active.ended(now)) return ENDED;
        if (Duration.between(now, active.notAfter()).compareTo(NOW) <= 0) return ENDS_NOW;
        if (dns == DnsState.WRONG) return MOVED;
        if (domain.certificateReason().startsWith("handshake-")) return FAILED;
        if (dns == DnsState.WAITING) return WAITING_DNS;
        if (active.source() == Source.ACME) return active.percentLeft(now) <= 20 ? RENEWAL_LATE : SERVING;
        return active.percentLeft(now) <= 33 ? ENDS_SOON : SERVING;
    }

    private static DomainStatus withoutCertificate(DomainView domain, @Nullable AutomaticView net, DnsState dns) {
        if (domain.certificate() == HostCertificate.FAILED) return FAILED;
        if (domain.certificate() == HostCertificate.STAGED) return domain.proof() == null ? STAGED : UNPROVEN;
        if (domain.certificate() == HostCertificate.PROVING) return PROVING;
        if (dns == DnsState.WRONG) return WRONG_DNS;
        if (dns != DnsState.RIGHT) return WAITING_DNS;
        if (net == null || !net.allowed() || net.standing() == AutomaticView.Standing.SWITCHED_OFF) return UPLOAD;
        return net.standing() == AutomaticView.Standing.FAILED ? AUTOMATIC_FAILED : ORDERING;
    }
}
