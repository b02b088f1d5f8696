package de.hypersoft.esolutions.acme;

import de.hypersoft.esolutions.acme.authority.Accounts;
import de.hypersoft.esolutions.acme.authority.AcmeAuthority;
import de.hypersoft.esolutions.acme.authority.AcmeFailure;
import de.hypersoft.esolutions.acme.authority.AcmeRefused;
import de.hypersoft.esolutions.acme.authority.ChallengeKind;
import de.hypersoft.esolutions.acme.authority.RenewalWindow;
import de.hypersoft.esolutions.acme.authority.SigningAccount;
import de.hypersoft.esolutions.acme.renewal.KnownRenewalWindow;
import de.hypersoft.esolutions.acme.renewal.LeasedHost;
import de.hypersoft.esolutions.acme.renewal.RenewalContext;
import de.hypersoft.esolutions.acme.renewal.RenewalPlan;
import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.certificates.IssuedCertificates;
import de.hypersoft.esolutions.hostnames.dns.DnsState;
import de.hypersoft.esolutions.kernel.LoggableCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes each host whose turn has come one step further. Every call to the authority is made between two transactions,
 * and may be made again: whoever takes the host after a crash asks first how its order stands.
 */
@ApplicationScoped
public class ObtainCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(ObtainCertificates.class);
    private static final int ORDERS_AT_ONCE = 20;
    private static final Duration LOOK_AGAIN = Duration.ofHours(6);
    private static final Duration MOMENT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final AutomaticDomains domains;
    private final Accounts accounts;
    private final IssuedCertificates issued;
    private final AcmeSettings settings;
    private final Clock clock;
    private @Nullable AcmeAuthority authority;

    @Inject
    ObtainCertificates(
            AutomaticDomains domains,
            Accounts accounts,
            IssuedCertificates issued,
            AcmeSettings settings,
            Clock clock) {
        this.domains = domains;
        this.accounts = accounts;
        this.issued = issued;
        this.settings = settings;
        this.clock = clock;
    }

    /** With another authority than the one of the settings. */
    ObtainCertificates with(AcmeAuthority other) {
        this.authority = other;
        return this;
    }

    /**
     * One step for at most {@code limit} hosts that are due, each leased when it is its turn. An authority that is away
     * ends them: it is not waited for once for each host.
     */
    public void run(int limit) {
        if (settings.directory().isEmpty()) return;
        for (String host : domains.due(limit)) {
            Optional<LeasedHost> job = domains.take(host);
            if (job.isPresent() && !work(job.get())) return;
        }
    }

    /**
     * One host's trouble keeps no other host waiting.
     *
     * @return false when the authority cannot be reached
     */
    private boolean work(LeasedHost job) {
        try {
            step(job);
        } catch (AcmeRefused refused) {
            LOG.info("{} for {}: {}", refused.reason().code(), job.host(), refused.detail());
            stopped(job, refused);
            return refused.reason() != AcmeFailure.UNREACHABLE;
        } catch (Exception e) { // a transaction that fails at its commit throws a checked RollbackException
            if (!domains.holds(job)) return true; // the host was released, or another node has it
            LOG.warn("the automatic certificate of {} is tried again: {}", job.host(), LoggableCause.of(e));
            stopped(job, new AcmeRefused(AcmeFailure.SERVER, "incident", Duration.ZERO));
        }
        return true;
    }

    private void step(LeasedHost job) throws AcmeRefused {
        if (!domains.holds(job)) return;
        switch (job.phase()) {
            case RESTING, WAITING_DNS, FAILED -> begin(job);
            case ORDERED -> offer(job);
            case OFFERED -> ask(job);
            case CHECKING -> check(job);
            case FINISHING -> finish(job);
            case PROVING -> prove(job);
        }
    }

    private void begin(LeasedHost job) throws AcmeRefused {
        Optional<RenewalContext> found = domains.situation(job);
        if (found.isPresent() && found.get().asksForWindow()) {
            askForWindow(job, Objects.requireNonNull(found.get().plan().held()));
            found = domains.situation(job);
        }
        if (found.isEmpty()) return;
        RenewalContext situation = found.get();
        RenewalPlan plan = situation.plan();
        switch (plan.act()) {
            case REST -> domains.settle(job, d -> d.rest(restUntil(situation), clock.instant()));
            case ACTIVATE -> domains.activate(job);
            case ORDER -> order(job, situation);
        }
    }

    private Instant restUntil(RenewalContext situation) {
        Instant until = Collections.min(
                List.of(situation.plan().until(), clock.instant().plus(LOOK_AGAIN)));
        Instant window = situation.windowNextAt();
        boolean watched = situation.plan().held() != null && window != null && window.isAfter(clock.instant());
        return watched ? Collections.min(List.of(until, Objects.requireNonNull(window))) : until;
    }

    /** Not being told is no reason not to renew by the share of the lifetime. */
    private void askForWindow(LeasedHost job, CertificateView held) {
        Instant now = clock.instant();
        try {
            X509Certificate leaf = issued.chain(held.id()).get(0);
            RenewalWindow window = authority().window(account(), leaf).orElse(null);
            Instant again = now.plus(window == null ? Duration.ofDays(1) : window.askAgain());
            domains.settle(job, d -> d.renewal(new KnownRenewalWindow(held.sha256(), window, again)));
        } catch (AcmeRefused refused) {
            LOG.info("no renewal window for {}: {}", job.host(), refused.detail());
            boolean knows = refused.reason().passing() || refused.reason() == AcmeFailure.RATE_LIMITED;
            askLater(job, held, knows);
        } catch (Exception e) { // nor is trouble of our own
            LOG.warn("no renewal window for {}: {}", job.host(), LoggableCause.of(e));
            askLater(job, held, true);
        }
    }

    /** @param knows whether what the authority said of this one before is to be kept */
    private void askLater(LeasedHost job, CertificateView held, boolean knows) {
        Instant again = clock.instant().plus(Duration.ofHours(1));
        domains.settle(
                job,
                d -> d.renewal(
                        new KnownRenewalWindow(held.sha256(), knows ? d.window().of(held.sha256()) : null, again)));
    }

    private void order(LeasedHost job, RenewalContext situation) throws AcmeRefused {
        Instant now = clock.instant();
        Instant limited = situation.limitedUntil();
        if (limited != null && limited.isAfter(now)) domains.settle(job, d -> d.later(limited));
        else if (situation.dns() != DnsState.RIGHT) domains.settle(job, d -> d.awaitDns(now));
        else if (situation.open() >= ORDERS_AT_ONCE) domains.settle(job, d -> d.later(now.plusSeconds(10)));
        else place(job, situation);
    }

    private void place(LeasedHost job, RenewalContext situation) throws AcmeRefused {
        CertificateView held = situation.plan().held();
        X509Certificate replaced = held == null || situation.window() == null
                ? null
                : issued.chain(held.id()).get(0);
        String url = authority().place(account(), job.host().value(), replaced);
        domains.settle(
                job,
                d -> d.ordered(url, clock.instant()),
                "automatic-ordered",
                job.challenge() == ChallengeKind.HTTP_01 ? "http-01" : "tls-alpn-01");
    }

    private void offer(LeasedHost job) throws AcmeRefused {
        AcmeAuthority.Seen seen = authority().see(account(), job.orderUrl());
        switch (seen.state()) {
            case PENDING -> {
                AcmeAuthority.Offer offer = authority().offer(account(), job.orderUrl(), job.challenge());
                domains.settle(job, d -> d.offered(offer.token(), offer.answer(), clock.instant()));
            }
            case READY, PROCESSING, VALID -> domains.settle(job, d -> d.finishing(clock.instant()));
            case INVALID -> refused(job, seen.refusal());
        }
    }

    private void ask(LeasedHost job) throws AcmeRefused {
        authority().ask(account(), job.orderUrl(), job.challenge());
        domains.settle(job, d -> d.checking(clock.instant()));
    }

    private void check(LeasedHost job) throws AcmeRefused {
        AcmeAuthority.Seen seen = authority().see(account(), job.orderUrl());
        switch (seen.state()) {
            case PENDING -> later(job, seen.again());
            case READY, PROCESSING, VALID -> domains.settle(job, d -> d.finishing(clock.instant()));
            case INVALID -> refused(job, seen.refusal());
        }
    }

    private void finish(LeasedHost job) throws AcmeRefused {
        KeyPair keys = domains.key(job);
        SigningAccount account = account();
        AcmeAuthority.Seen seen = authority().see(account, job.orderUrl());
        switch (seen.state()) {
            case READY -> {
                authority().finish(account, job.orderUrl(), job.host().value(), keys);
                later(job, Duration.ofSeconds(1));
            }
            case PENDING, PROCESSING -> later(job, seen.again());
            case VALID -> store(job, authority().fetch(account, job.orderUrl()), keys);
            case INVALID -> stopped(job, seen.refusal());
        }
    }

    /** One whose key no node can open shows in no handshake, and nobody else says that it failed. */
    private void prove(LeasedHost job) {
        UUID activated = job.certificate();
        if (activated != null && !patient(job)) issued.unproven(activated);
        domains.proof(job);
    }

    private void store(LeasedHost job, List<X509Certificate> chain, KeyPair keys) throws AcmeRefused {
        if (!chain.get(0).getPublicKey().equals(keys.getPublic()))
            throw new AcmeRefused(AcmeFailure.OWN_CHECK, "key-mismatch", Duration.ZERO);
        String objections = domains.store(job, chain, keys);
        if (!objections.isEmpty()) throw new AcmeRefused(AcmeFailure.OWN_CHECK, objections, Duration.ZERO);
        LOG.info("a certificate for {} was obtained", job.host());
    }

    /** The authority looked and was not convinced: perhaps it is by the other kind of challenge. */
    private void refused(LeasedHost job, AcmeRefused refusal) {
        LOG.info("{} for {}: {}", refusal.reason().code(), job.host(), refusal.detail());
        if (job.challenge() == ChallengeKind.HTTP_01 && refusal.reason().anotherWay())
            domains.settle(job, d -> d.anotherWay(refusal.reason(), refusal.detail(), clock.instant()));
        else failed(job, refusal);
    }

    /** A call did not get through. An order that is under way is not given up for that. */
    private void stopped(LeasedHost job, AcmeRefused refusal) {
        Duration asked = refusal.askedToWait();
        Duration wait = asked.compareTo(MOMENT) > 0 ? asked : MOMENT;
        boolean passing = refusal.reason().passing() || refusal.reason() == AcmeFailure.RATE_LIMITED;
        boolean again = passing && !job.orderUrl().isEmpty() && patient(job) && wait.compareTo(PATIENCE) < 0;
        if (again) domains.settle(job, d -> d.later(clock.instant().plus(wait)));
        else failed(job, refusal);
    }

    private void failed(LeasedHost job, AcmeRefused refusal) {
        if (refusal.reason() == AcmeFailure.ACCOUNT)
            settings.directory().ifPresent(directory -> accounts.unknown(directory.toString()));
        domains.failed(job, refusal);
    }

    private void later(LeasedHost job, Duration wait) {
        if (patient(job)) domains.settle(job, d -> d.later(clock.instant().plus(wait)));
        else failed(job, new AcmeRefused(AcmeFailure.TIMEOUT, "", Duration.ZERO));
    }

    private boolean patient(LeasedHost job) {
        return clock.instant().isBefore(job.since().plus(PATIENCE));
    }

    /** Made at the first order: a start without one loads nothing of it. */
    private AcmeAuthority authority() {
        AcmeAuthority known = authority;
        if (known == null) {
            known = new AcmeAuthority(settings, clock);
            authority = known;
        }
        return known;
    }

    /** Registered at the first use. */
    private SigningAccount account() throws AcmeRefused {
        String directory = settings.directory().orElseThrow().toString();
        SigningAccount account = accounts.of(directory);
        if (account.url() != null) return account;
        String url = authority().register(account.keys());
        accounts.registered(directory, url);
        return new SigningAccount(url, account.keys());
    }
}
