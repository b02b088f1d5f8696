package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.TestAuthority.leaf;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.certificates.TestAuthority.Issued;
import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.hostnames.HostCertificate;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.TestRegistry;
import de.hypersoft.esolutions.kernel.Audit;
import de.hypersoft.esolutions.kernel.ClusterLock;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.tls.KeyEncryptionKeys;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The desk of certificates as the server builds it, on a store, with one registered host. */
final class TestCertificates {

    static final String LINE = KeyEncryptionKeys.newLine();

    final HandClock clock = HandClock.at("2026-11-22T12:00:00Z");
    final Store store;
    final TestRegistry registry;
    final TenantId linde;
    final String host = "s-" + UUID.randomUUID().toString().substring(0, 8) + ".gasthaus.example";
    final Told<CertificatesChanged> told = new Told<>();
    final KeyVault vault = TestKeys.vault(LINE);
    final DamagedKeys damaged = new DamagedKeys();
    final Issued middle;
    final UploadCertificate uploads;
    final ManageCertificates desk;
    final ShareCertificate sharing;
    final ServedElsewhere elsewhere;
    final ProveCertificate prove;
    final ActiveCertificates active;
    final ExpiringCertificates expiring;
    final SealedKeys sealed;
    final Secrets secrets;
    final IssuedCertificates issued;
    final SigningRequests requests;
    final RequestCertificate request;

    TestCertificates(Store store) {
        this.store = store;
        this.registry = new TestRegistry(store, clock);
        this.linde = registry.customer("linde");
        Issued root = TestAuthority.root("Life Root", clock.instant());
        this.middle = TestAuthority.intermediate("Life Intermediate", root, clock.instant());
        Certificates certificates = Transactions.around(
                store,
                new Certificates(
                        store.entities(), Transactions.around(store, new ClusterLock(store.entities())), told, clock));
        Audit audit = Transactions.around(store, new Audit(store.entities(), clock));
        this.secrets = Transactions.around(store, new Secrets(store.entities(), vault));
        this.requests = Transactions.around(
                store,
                new SigningRequests(
                        store.entities(), registry.desk(), registry.axis(), registry.history(), secrets, audit, clock));
        this.request = new RequestCertificate(requests, new PfxWorkers());
        this.desk = Transactions.around(
                store,
                new ManageCertificates(
                        certificates,
                        registry.desk(),
                        registry.axis(),
                        requests,
                        registry.history(),
                        audit,
                        vault,
                        clock));
        this.prove = Transactions.around(
                store, new ProveCertificate(certificates, registry.axis(), registry.history(), clock));
        this.active = Transactions.around(store, new ActiveCertificates(store.entities(), vault, damaged));
        this.expiring = Transactions.around(store, new ExpiringCertificates(store.entities(), clock));
        this.sealed = Transactions.around(store, new SealedKeys(store.entities(), vault, clock));
        StageCertificate staging = Transactions.around(
                store,
                new StageCertificate(
                        certificates,
                        registry.desk(),
                        registry.axis(),
                        requests,
                        registry.history(),
                        audit,
                        vault,
                        clock));
        PublicRoots roots = new PublicRoots(List.of(root.certificate()));
        this.uploads = new UploadCertificate(staging, new PfxWorkers(), roots);
        this.sharing = Transactions.around(
                store,
                new ShareCertificate(certificates, desk, staging, registry.axis(), vault, registry.history(), audit));
        this.elsewhere = Transactions.around(
                store, new ServedElsewhere(certificates, registry.desk(), registry.axis(), sharing, clock));
        this.issued = Transactions.around(store, new IssuedCertificates(certificates, staging, desk, prove, roots));
        registry.desk().register(staff(), linde, host, null);
    }

    UUID served(KeyPair keys) {
        UUID id = staged(keys);
        activate(id);
        proven(id);
        return id;
    }

    void activate(UUID id) {
        clock.advance(Duration.ofSeconds(1));
        desk.activate(staff(), host, id);
    }

    void proven(UUID id) {
        clock.advance(Duration.ofSeconds(1));
        prove.proven(id);
    }

    UUID staged(KeyPair keys) {
        clock.advance(Duration.ofSeconds(1));
        UploadCertificate.Outcome outcome =
                uploads.upload(staff(), host, List.of(new SentFile("", file(keys))), "x".toCharArray());
        assertThat(outcome.report().acceptable())
                .as(outcome.report().toString())
                .isTrue();
        return Optional.ofNullable(outcome.staged()).orElseThrow();
    }

    /** A file for some names, uploaded at one host. */
    UUID stagedAt(String at, KeyPair keys, String... names) {
        clock.advance(Duration.ofSeconds(1));
        byte[] file = new TestPfx("x")
                .entry(leaf(keys, names).at(clock.instant()).sign(middle), middle)
                .bytes();
        UploadCertificate.Outcome outcome =
                uploads.upload(staff(), at, List.of(new SentFile("", file)), "x".toCharArray());
        assertThat(outcome.report().acceptable())
                .as(outcome.report().toString())
                .isTrue();
        return Optional.ofNullable(outcome.staged()).orElseThrow();
    }

    /** The newest of a host, after its handshake. */
    UUID provenAt(String at) {
        UUID newest = desk.of(staff(), at).get(0).id();
        proven(newest);
        return newest;
    }

    /** What guests of a host see; empty while nothing is served. */
    String shownAt(String at) {
        return active.of(at)
                .map(ActiveCertificates.Served::current)
                .map(ActiveCertificates.Leaf::sha256)
                .orElse("");
    }

    byte[] file(KeyPair keys) {
        return new TestPfx("x")
                .entry(leaf(keys, host).at(clock.instant()).sign(middle), middle)
                .bytes();
    }

    ActiveCertificates.Leaf current() {
        ActiveCertificates.Leaf leaf = active.of(host).orElseThrow().current();
        if (leaf == null) throw new AssertionError("nothing is served");
        return leaf;
    }

    HostCertificate axis() {
        return registry.desk().get(staff(), host).certificate();
    }

    CertificateState state(UUID id) {
        return desk.of(staff(), host).stream()
                .filter(c -> c.id().equals(id))
                .map(CertificateView::state)
                .findFirst()
                .orElseThrow();
    }

    /** As if another customer had had the name, until its text was found. */
    void contested(boolean yes) {
        contested(host, yes);
    }

    void contested(String at, boolean yes) {
        store.run(() -> store.entities()
                .createNativeQuery(
                        "update hostnames.shop_domain set contested = true, proof_token = :token where host = :host")
                .setParameter("token", yes ? "0123456789abcdef" : null)
                .setParameter("host", at)
                .executeUpdate());
    }

    Optional<ExpiringCertificates.Due> due(UUID id) {
        return expiring.due(1000).stream().filter(d -> d.id().equals(id)).findFirst();
    }

    boolean keyKept(UUID id) {
        return store.in(
                () -> store.entities().find(Certificate.class, id).view().keyKept());
    }

    List<String> events() {
        return registry.history().of(HostName.parse(host), linde, 50).stream()
                .map(DomainHistory.Line::event)
                .toList();
    }
}
