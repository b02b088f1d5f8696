package de.hypersoft.esolutions.acme;

import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;

import de.hypersoft.esolutions.acme.authority.Accounts;
import de.hypersoft.esolutions.acme.renewal.ReplanOnChange;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.certificates.CertificateState;
import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.certificates.TestIssued;
import de.hypersoft.esolutions.certificates.serving.CertificatesChanged;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Automatic certificates as the server builds them, on a store, with an authority in memory and one host. */
public final class TestNet {

    public final TestIssued its;
    public final Store store;
    public final FakeAuthority authority;
    public final Told<DomainEvent> told = new Told<>();
    public final ManageAutomaticCertificates automatic;
    public final ChallengeAnswers answers;
    private final AcmeSettings settings = new AcmeSettings(
            Optional.of("https://authority.example/directory"),
            Optional.of("hosting@example.org"),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private int seen;

    public TestNet(Store store) {
        this.store = store;
        this.its = new TestIssued(store);
        this.authority = new FakeAuthority(its, settings);
        this.answers = Transactions.around(store, new ChallengeAnswers(store.entities()));
        this.automatic = Transactions.around(
                store,
                new ManageAutomaticCertificates(
                        store.entities(),
                        its.registry().domains(),
                        its.certificates(),
                        its.secrets(),
                        its.registry().history(),
                        Transactions.around(store, new Audit(store.entities(), its.clock())),
                        settings,
                        its.clock()));
        store.run(() -> {
            store.entities().createQuery("delete from AutomaticDomain d").executeUpdate();
            store.entities().createQuery("delete from AcmeAccount a").executeUpdate();
        });
        its.pointsHere(true);
    }

    public ObtainCertificates node() {
        return new ObtainCertificates(
                        domains(),
                        Transactions.around(store, new Accounts(store.entities(), its.secrets(), its.clock())),
                        its.issued(),
                        settings,
                        its.clock())
                .with(authority);
    }

    public StandbyCertificates net() {
        return Transactions.around(store, new StandbyCertificates(store.entities(), its.issued(), settings));
    }

    public AutomaticDomains domains() {
        return Transactions.around(
                store,
                new AutomaticDomains(
                        store.entities(),
                        its.issued(),
                        its.secrets(),
                        its.registry().domains(),
                        its.registry().axis(),
                        its.registry().history(),
                        told,
                        its.clock()));
    }

    public void allow() {
        automatic.allow(staff(), host(), true);
    }

    public String host() {
        return its.host().value();
    }

    public AutomaticView view() {
        return automatic.view(staff(), host());
    }

    public AutomaticView.Row row() {
        return Optional.ofNullable(view().row()).orElseThrow();
    }

    /** Ticks of a second with our own handshake in between, until it is so. */
    public void until(BooleanSupplier so) {
        until(node(), so);
    }

    public void until(ObtainCertificates node, BooleanSupplier so) {
        for (int tick = 0; !so.getAsBoolean(); tick++) {
            if (tick == 60) throw new AssertionError("not within a minute: " + view() + " " + authority.calls);
            tick(node);
        }
    }

    /** As above, without our own handshake. */
    public void untilProving() {
        for (int tick = 0; its.in(CertificateState.PROVING).isEmpty(); tick++) {
            if (tick == 60) throw new AssertionError("not within a minute: " + view() + " " + authority.calls);
            its.clock().advance(Duration.ofSeconds(1));
            node().run(10);
        }
    }

    public void tick(ObtainCertificates node) {
        its.clock().advance(Duration.ofSeconds(1));
        node.run(10);
        its.prove();
        wakeUp();
    }

    /** The container tells observers within the transaction; here right after it. */
    private void wakeUp() {
        ReplanOnChange wake = new ReplanOnChange(store.entities(), its.clock());
        List<CertificatesChanged> changes = its.changes();
        for (; seen < changes.size(); seen++) {
            CertificatesChanged change = changes.get(seen);
            store.run(() -> wake.onChange(change));
        }
    }

    public boolean serving() {
        return view().standing() == AutomaticView.Standing.SERVING;
    }

    public boolean stands(AutomaticView.Standing standing) {
        return view().standing() == standing;
    }

    public CertificateView active() {
        return its.in(CertificateState.ACTIVE).stream().findFirst().orElseThrow();
    }
}
