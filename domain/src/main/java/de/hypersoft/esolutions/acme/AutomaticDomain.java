package de.hypersoft.esolutions.acme;

import de.hypersoft.esolutions.acme.authority.AcmeFailure;
import de.hypersoft.esolutions.acme.authority.AcmeRefused;
import de.hypersoft.esolutions.acme.authority.ChallengeKind;
import de.hypersoft.esolutions.acme.renewal.AcmeWaits;
import de.hypersoft.esolutions.acme.renewal.KnownRenewalWindow;
import de.hypersoft.esolutions.acme.renewal.LeasedHost;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The automatic certificate of one host.
 *
 * <p>Its life: allowed by hosting staff; rests until a certificate is wanted; waits until the host points here; ordered;
 * offered, when every node can answer the authority's challenge; checking, once the authority was asked to look;
 * finishing, while it makes the certificate; staged with all others, and then proving or held ready; resting again until
 * it is to be renewed. A refusal is tried by the other challenge first, then as failed with growing waits. Each step is
 * stored before the next call, and each call may be repeated, so that another node goes on where one died.
 */
@Entity
@Table(schema = "acme", name = "domain")
class AutomaticDomain {

    /** Other nodes ask for new challenges every two seconds. */
    private static final Duration ALL_NODES_KNOW = Duration.ofSeconds(5);

    private static final Duration BY_HAND = Duration.ofMinutes(5);

    @Id
    private String host;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "allowed_since")
    private @Nullable Instant allowedSince;

    @Enumerated(EnumType.STRING)
    private AutomaticPhase phase;

    @Column(name = "phase_since")
    private Instant phaseSince;

    @Column(name = "next_at")
    private Instant nextAt;

    private long fence;

    @Column(name = "order_url")
    private String orderUrl;

    @Enumerated(EnumType.STRING)
    private ChallengeKind challenge;

    private String token;
    private String answer;
    private int failures;
    private String reason;
    private String detail;

    @Column(name = "limited_until")
    private @Nullable Instant limitedUntil;

    @Column(name = "tried_at")
    private @Nullable Instant triedAt;

    @Column(name = "certificate_id")
    private @Nullable UUID certificate;

    @Column(name = "obtained_at")
    private @Nullable Instant obtainedAt;

    @Column(name = "stands_for")
    private @Nullable UUID standsFor;

    @Embedded
    private KnownRenewalWindow window;

    @SuppressWarnings("NullAway")
    protected AutomaticDomain() {} // JPA

    AutomaticDomain(HostName host, TenantId tenant, Instant now) {
        this.host = host.value();
        this.tenant = tenant.value();
        this.orderUrl = "";
        this.token = "";
        this.answer = "";
        this.reason = "";
        this.detail = "";
        this.window = new KnownRenewalWindow("", null, null);
        this.challenge = ChallengeKind.HTTP_01;
        this.phase = AutomaticPhase.RESTING;
        this.phaseSince = now;
        this.nextAt = now;
    }

    void allow(Instant now) {
        if (allowedSince != null) return;
        this.allowedSince = now;
        this.failures = 0;
        this.challenge = ChallengeKind.HTTP_01;
        dropOrder();
        told("", "");
        move(AutomaticPhase.RESTING, now, now);
    }

    /** What was obtained stays and is renewed no more. */
    void forbid(Instant now) {
        this.allowedSince = null;
        this.fence++;
        dropOrder();
        told("", "");
        move(AutomaticPhase.RESTING, now, now);
    }

    /** A person does not want to wait for the next try; not more often than every five minutes. */
    void tryNow(Instant now) {
        boolean tooSoon = triedAt != null && now.isBefore(triedAt.plus(BY_HAND));
        boolean limited = limitedUntil != null && now.isBefore(limitedUntil);
        if (allowedSince == null) throw new Conflict("automatic-not-allowed", host + " gets no automatic certificate");
        if (tooSoon || limited) throw new Conflict("automatic-too-soon", host + " was tried a moment ago");
        this.triedAt = now;
        if (phase == AutomaticPhase.FAILED || phase == AutomaticPhase.WAITING_DNS || phase == AutomaticPhase.RESTING)
            this.nextAt = now;
    }

    void rest(Instant until, Instant now) {
        this.failures = 0;
        told("", "");
        move(AutomaticPhase.RESTING, until, now);
    }

    void awaitDns(Instant now) {
        told("", "");
        move(AutomaticPhase.WAITING_DNS, now, now);
        this.nextAt = now.plus(AcmeWaits.forDns(Duration.between(phaseSince, now)));
    }

    void ordered(String url, Instant now) {
        this.orderUrl = url;
        this.token = "";
        this.answer = "";
        move(AutomaticPhase.ORDERED, now, now);
    }

    /** @param itsAnswer what the authority has to find */
    void offered(String itsToken, String itsAnswer, Instant now) {
        this.token = itsToken;
        this.answer = itsAnswer;
        move(AutomaticPhase.OFFERED, challenge == ChallengeKind.HTTP_01 ? now : now.plus(ALL_NODES_KNOW), now);
    }

    void checking(Instant now) {
        move(AutomaticPhase.CHECKING, now.plusSeconds(1), now);
    }

    void finishing(Instant now) {
        this.token = "";
        this.answer = "";
        move(AutomaticPhase.FINISHING, now, now);
    }

    /** The authority is not ready yet. */
    void later(Instant next) {
        this.nextAt = next;
    }

    void obtained(UUID made, Instant now) {
        this.certificate = made;
        this.obtainedAt = now;
        this.failures = 0;
        this.challenge = ChallengeKind.HTTP_01;
        dropOrder();
        told("", "");
        move(AutomaticPhase.RESTING, now, now);
    }

    /** @param uploaded whose place it takes; null when it takes none */
    void proving(UUID activated, @Nullable UUID uploaded, Instant now) {
        this.certificate = activated;
        this.standsFor = uploaded;
        move(AutomaticPhase.PROVING, now.plusSeconds(1), now);
    }

    /** It did not show, so the uploaded one is served by no person's choice: its place is still to be taken. */
    void unproven() {
        this.standsFor = null;
    }

    /** The other kind of challenge, in a new order, at once. */
    void anotherWay(AcmeFailure why, String words, Instant now) {
        this.challenge = ChallengeKind.TLS_ALPN_01;
        dropOrder();
        told(why.code(), "http-01: " + words);
        move(AutomaticPhase.RESTING, now, now);
    }

    void failed(AcmeRefused refused, Instant now) {
        boolean second = challenge == ChallengeKind.TLS_ALPN_01 && !reason.isEmpty();
        told(
                second ? reason : refused.reason().code(),
                second ? detail + " · tls-alpn-01: " + refused.detail() : refused.detail());
        this.failures++;
        this.nextAt = now.plus(AcmeWaits.after(refused, failures));
        this.limitedUntil = refused.reason() == AcmeFailure.RATE_LIMITED ? nextAt : null;
        this.challenge = ChallengeKind.HTTP_01;
        dropOrder();
        move(AutomaticPhase.FAILED, nextAt, now);
    }

    void renewal(KnownRenewalWindow known) {
        this.window = known;
    }

    private void dropOrder() {
        this.orderUrl = "";
        this.token = "";
        this.answer = "";
    }

    private void told(String why, String words) {
        this.reason = why;
        this.detail = words.length() > 500 ? words.substring(0, 500) : words;
    }

    private void move(AutomaticPhase to, Instant next, Instant now) {
        if (to != phase) this.phaseSince = now;
        this.phase = to;
        this.nextAt = next;
    }

    boolean allowed() {
        return allowedSince != null;
    }

    HostName host() {
        return new HostName(host);
    }

    TenantId tenant() {
        return new TenantId(tenant);
    }

    long fence() {
        return fence;
    }

    /** A code of {@link AcmeFailure}; empty when nothing is wrong. */
    String reason() {
        return reason;
    }

    @Nullable
    Instant limitedUntil() {
        return limitedUntil;
    }

    @Nullable
    Instant obtainedAt() {
        return obtainedAt;
    }

    @Nullable
    UUID standsFor() {
        return standsFor;
    }

    KnownRenewalWindow window() {
        return window;
    }

    LeasedHost job() {
        return new LeasedHost(host(), tenant(), fence, phase, phaseSince, orderUrl, challenge, failures, certificate);
    }

    AutomaticView.Row row() {
        return new AutomaticView.Row(
                allowedSince, phase, phaseSince, challenge, reason, detail, failures, nextAt, limitedUntil, triedAt);
    }
}
