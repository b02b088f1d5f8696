package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.hostnames.DnsState;
import de.hypersoft.esolutions.hostnames.DomainKind;
import de.hypersoft.esolutions.hostnames.DomainView;
import de.hypersoft.esolutions.hostnames.HostCertificate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a domain stands, the worst first: made of its two axes and the clock. Each has one sentence that says what to do. */
public enum Standing {
    ENDED("bad", "octagon-alert"),
    ENDS_NOW("bad", "octagon-alert"),
    MOVED("bad", "octagon-alert"),
    FAILED("bad", "circle-x"),
    ENDS_SOON("warn", "triangle-alert"),
    STAGED("warn", "upload"),
    PROVING("info", "timer"),
    WRONG_DNS("warn", "triangle-alert"),
    UPLOAD("warn", "upload"),
    WAITING_DNS("info", "clock"),
    SERVING("ok", "circle-check"),
    VENDOR("ok", "circle-check"),
    RELEASED("info", "minus");

    private static final Duration NOW = Duration.ofDays(7);

    private final String tone;
    private final String icon;

    Standing(String tone, String icon) {
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

    static Standing of(DomainView domain, @Nullable CertificateView active, Instant now) {
        if (domain.releasedAt() != null) return RELEASED;
        if (domain.kind() == DomainKind.VENDOR) return VENDOR;
        DomainView.Dns dns = domain.dns();
        DnsState state = dns == null ? DnsState.UNKNOWN : dns.state();
        return active == null ? withoutCertificate(domain, state) : served(active, domain, state, now);
    }

    private static Standing served(CertificateView active, DomainView domain, DnsState dns, Instant now) {
        if (active.ended(now)) return ENDED;
        if (Duration.between(now, active.notAfter()).compareTo(NOW) <= 0) return ENDS_NOW;
        if (dns == DnsState.WRONG) return MOVED;
        if (domain.certificateReason().startsWith("handshake-")) return FAILED;
        if (dns == DnsState.WAITING) return WAITING_DNS;
        return active.percentLeft(now) <= 33 ? ENDS_SOON : SERVING;
    }

    private static Standing withoutCertificate(DomainView domain, DnsState dns) {
        if (domain.certificate() == HostCertificate.FAILED) return FAILED;
        if (domain.certificate() == HostCertificate.STAGED) return STAGED;
        if (domain.certificate() == HostCertificate.PROVING) return PROVING;
        if (dns == DnsState.WRONG) return WRONG_DNS;
        return dns == DnsState.RIGHT ? UPLOAD : WAITING_DNS;
    }
}
