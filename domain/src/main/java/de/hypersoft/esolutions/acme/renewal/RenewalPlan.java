package de.hypersoft.esolutions.acme.renewal;

import de.hypersoft.esolutions.certificates.CertificateState;
import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.certificates.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for one host, decided from its certificates and the clock alone: asked again whenever something
 * changed, it answers the same on every node.
 *
 * @param until when to ask again, for {@link Act#REST}
 * @param certificate which one, for {@link Act#ACTIVATE}
 * @param held the automatic one whose renewal matters now; null when there is none or it may grow old in peace
 */
public record RenewalPlan(
        Act act,
        Instant until,
        @Nullable CertificateView certificate,
        @Nullable CertificateView held) {

    public enum Act {
        REST,
        ORDER,
        ACTIVATE
    }

    private static final Duration PROOF = Duration.ofSeconds(2);
    /** However an authority or a clock may be wrong, it is not asked every minute. */
    private static final Duration BETWEEN_ORDERS = Duration.ofDays(1);

    /**
     * @param all certificates of the host, newest first
     * @param window what the authority said of a renewal
     * @param standsFor the uploaded one whose place was taken last: a person who went back to it is not overruled twice
     * @param obtainedAt when the last automatic one was obtained
     */
    public record Facts(
            List<CertificateView> all,
            KnownRenewalWindow window,
            @Nullable UUID standsFor,
            @Nullable Instant obtainedAt,
            Instant now) {

        public Facts {
            all = List.copyOf(all);
        }

        public Optional<CertificateView> active() {
            return in(CertificateState.ACTIVE).findFirst();
        }

        private Stream<CertificateView> in(CertificateState state) {
            return all.stream().filter(c -> c.state() == state);
        }

        /** The automatic one that holds longest and could be served. */
        public Optional<CertificateView> held(Predicate<CertificateView> which) {
            return all.stream()
                    .filter(c -> c.source() == Source.ACME && c.keyKept() && !c.ended(now))
                    .filter(which)
                    .max(Comparator.comparing(CertificateView::notAfter));
        }

        public Instant renewal(CertificateView held) {
            Instant moment =
                    RenewalMoment.of(held.notBefore(), held.notAfter(), held.sha256(), window.of(held.sha256()));
            Instant earliest = earliestOrder();
            return moment.isAfter(earliest) ? moment : earliest;
        }

        Instant earliestOrder() {
            return obtainedAt == null ? Instant.EPOCH : obtainedAt.plus(BETWEEN_ORDERS);
        }
    }

    public static RenewalPlan of(Facts facts) {
        if (facts.in(CertificateState.PROVING).findFirst().isPresent())
            return new RenewalPlan(Act.REST, facts.now().plus(PROOF), null, null);
        CertificateView active = facts.active().orElse(null);
        if (active == null) return alone(facts);
        return active.source() == Source.ACME ? renewing(facts, active) : behind(facts, active);
    }

    /** Nothing is served: the first that can be. */
    private static RenewalPlan alone(Facts facts) {
        return facts.held(c -> true)
                .map(held -> activate(held, held))
                .orElseGet(() -> new RenewalPlan(Act.ORDER, facts.now(), null, null));
    }

    /** The automatic one is served. Whoever rolled back to it is obeyed: only a new one takes its place. */
    private static RenewalPlan renewing(Facts facts, CertificateView active) {
        return facts.held(c -> (c.state() == CertificateState.STAGED || c.state() == CertificateState.FAILED)
                        && c.notAfter().isAfter(active.notAfter()))
                .map(next -> activate(next, active))
                .orElseGet(() -> renewed(facts, active, Instant.MAX));
    }

    /** An uploaded one is served as long as it holds; the automatic one waits behind it. */
    private static RenewalPlan behind(Facts facts, CertificateView uploaded) {
        Instant now = facts.now();
        Instant reserve = RenewalMoment.reserve(uploaded.notBefore(), uploaded.notAfter());
        if (now.isBefore(reserve)) return new RenewalPlan(Act.REST, reserve, null, null);
        CertificateView held = facts.held(c -> true).orElse(null);
        if (held == null) return new RenewalPlan(Act.ORDER, now, null, null);
        boolean obeyed = uploaded.id().equals(facts.standsFor());
        Instant takeOver =
                obeyed ? uploaded.notAfter() : RenewalMoment.takeOver(uploaded.notBefore(), uploaded.notAfter());
        if (now.isBefore(takeOver)) return renewed(facts, held, takeOver);
        if (held.notAfter().isAfter(uploaded.notAfter())) return activate(held, held);
        Instant again = facts.earliestOrder();
        return again.isAfter(now)
                ? new RenewalPlan(Act.REST, again, null, held)
                : new RenewalPlan(Act.ORDER, now, null, held);
    }

    private static RenewalPlan renewed(Facts facts, CertificateView held, Instant atLatest) {
        Instant renewal = facts.renewal(held);
        if (!renewal.isAfter(facts.now())) return new RenewalPlan(Act.ORDER, facts.now(), null, held);
        return new RenewalPlan(Act.REST, renewal.isBefore(atLatest) ? renewal : atLatest, null, held);
    }

    private static RenewalPlan activate(CertificateView chosen, CertificateView held) {
        return new RenewalPlan(Act.ACTIVATE, Instant.MAX, chosen, held);
    }
}
