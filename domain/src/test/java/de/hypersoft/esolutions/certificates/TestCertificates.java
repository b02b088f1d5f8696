package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.TestAuthority.leaf;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.certificates.TestAuthority.Issued;
import de.hypersoft.esolutions.certificates.check.PfxWorkers;
import de.hypersoft.esolutions.certificates.check.PublicRoots;
import de.hypersoft.esolutions.certificates.keys.DamagedKeys;
import de.hypersoft.esolutions.certificates.keys.KeyVault;
import de.hypersoft.esolutions.certificates.keys.SealedKeys;
import de.hypersoft.esolutions.certificates.keys.Secrets;
import de.hypersoft.esolutions.certificates.pfx.SentFile;
import de.hypersoft.esolutions.certificates.request.RequestCertificate;
import de.hypersoft.esolutions.certificates.request.SigningRequests;
import de.hypersoft.esolutions.certificates.serving.ActiveCertificates;
import de.hypersoft.esolutions.certificates.serving.CertificatesChanged;
import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.hostnames.HostCertificate;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.TestRegistry;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.tls.keys.KeyEncryptionKeys;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Certificates as the server builds it, on a store, with one registered host. */
public final class TestCertificates {

    public static final String LINE = KeyEncryptionKeys.newLine();

    public final HandClock clock = HandClock.at("2026-11-22T12:00:00Z");
    public final Store store;
    public final TestRegistry registry;
    public final TenantId linde;
    public final String host = "s-" + UUID.randomUUID().toString().substring(0, 8) + ".gasthaus.example";
    public final Told<CertificatesChanged> told = new Told<>();
    public final KeyVault vault = TestKeys.vault(LINE);
    public final DamagedKeys damaged = new DamagedKeys();
    public final Issued middle;
    public final UploadCertificate uploads;
    public final ManageCertificates certificates;
    public final ShareCertificate sharing;
    public final ServedElsewhere elsewhere;
    public final ProveCertificate prove;
    public final ActiveCertificates active;
    public final ExpiringCertificates expiring;
    public final SealedKeys sealed;
    public final Secrets secrets;
    public final IssuedCertificates issued;
    public final SigningRequests requests;
    public final RequestCertificate request;

    public TestCertificates(Store store) {
        this.store = store;
        this.registry = new TestRegistry(store, clock);
        this.linde = registry.customer("linde");
        Issued root = TestAuthority.root("Life Root", clock.instant());
        this.middle = TestAuthority.intermediate("Life Intermediate", root, clock.instant());
        Certificates repository = Transactions.around(
                store,
                new Certificates(
                        store.entities(), Transactions.around(store, new ClusterLock(store.entities())), told, clock));
        Audit audit = Transactions.around(store, new Audit(store.entities(), clock));
        this.secrets = Transactions.around(store, new Secrets(store.entities(), vault));
        this.requests = Transactions.around(
                store,
                new SigningRequests(
                        store.entities(),
                        registry.domains(),
                        registry.axis(),
                        registry.history(),
                        secrets,
                        audit,
                        clock));
        this.request = new RequestCertificate(requests, new PfxWorkers());
        this.certificates = Transactions.around(
                store,
                new ManageCertificates(
                        repository,
                        registry.domains(),
                        registry.axis(),
                        requests,
                        registry.history(),
                        audit,
                        vault,
                        clock));
        this.prove = Transactions.around(
                store, new ProveCertificate(repository, registry.axis(), registry.history(), clock));
        this.active = Transactions.around(store, new ActiveCertificates(store.entities(), vault, damaged));
        this.expiring = Transactions.around(store, new ExpiringCertificates(store.entities(), clock));
        this.sealed = Transactions.around(store, new SealedKeys(store.entities(), vault, clock));
        StageCertificate staging = Transactions.around(
                store,
                new StageCertificate(
                        repository,
                        registry.domains(),
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
                new ShareCertificate(
                        repository, certificates, staging, registry.axis(), vault, registry.history(), audit));
        this.elsewhere = Transactions.around(
                store, new ServedElsewhere(repository, registry.domains(), registry.axis(), sharing, clock));
        this.issued =
                Transactions.around(store, new IssuedCertificates(repository, staging, certificates, prove, roots));
        registry.domains().register(staff(), linde, host, null);
    }

    public UUID served(KeyPair keys) {
        UUID id = staged(keys);
        activate(id);
        proven(id);
        return id;
    }

    public void activate(UUID id) {
        clock.advance(Duration.ofSeconds(1));
        certificates.activate(staff(), host, id);
    }

    public void proven(UUID id) {
        clock.advance(Duration.ofSeconds(1));
        prove.proven(id);
    }

    public UUID staged(KeyPair keys) {
        clock.advance(Duration.ofSeconds(1));
        UploadCertificate.Outcome outcome =
                uploads.upload(staff(), host, List.of(new SentFile("", file(keys))), "x".toCharArray());
        assertThat(outcome.report().acceptable())
                .as(outcome.report().toString())
                .isTrue();
        return Optional.ofNullable(outcome.staged()).orElseThrow();
    }

    /** A file for some names, uploaded at one host. */
    public UUID stagedAt(String at, KeyPair keys, String... names) {
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
    public UUID provenAt(String at) {
        UUID newest = certificates.of(staff(), at).get(0).id();
        proven(newest);
        return newest;
    }

    /** What guests of a host see; empty while nothing is served. */
    public String shownAt(String at) {
        return active.of(at)
                .map(ActiveCertificates.Served::current)
                .map(ActiveCertificates.Leaf::sha256)
                .orElse("");
    }

    public byte[] file(KeyPair keys) {
        return fileFor(keys, host);
    }

    public byte[] fileFor(KeyPair keys, String name) {
        return new TestPfx("x")
                .entry(leaf(keys, name).at(clock.instant()).sign(middle), middle)
                .bytes();
    }

    public ActiveCertificates.Leaf current() {
        ActiveCertificates.Leaf leaf = active.of(host).orElseThrow().current();
        if (leaf == null) throw new AssertionError("nothing is served");
        return leaf;
    }

    public HostCertificate axis() {
        return registry.domains().get(staff(), host).certificate();
    }

    public CertificateState state(UUID id) {
        return certificates.of(staff(), host).stream()
                .filter(c -> c.id().equals(id))
                .map(CertificateView::state)
                .findFirst()
                .orElseThrow();
    }

    /** As if another customer had had the name, until its text was found. */
    public void contested(boolean yes) {
        contested(host, yes);
    }

    public void contested(String at, boolean yes) {
        store.run(() -> store.entities()
                .createNativeQuery(
                        "update hostnames.shop_domain set contested = true, proof_token = :token where host = :host")
                .setParameter("token", yes ? "0123456789abcdef" : null)
                .setParameter("host", at)
                .executeUpdate());
    }

    public Optional<ExpiringCertificates.Due> due(UUID id) {
        return expiring.due(1000).stream().filter(d -> d.id().equals(id)).findFirst();
    }

    public boolean keyKept(UUID id) {
        return store.in(
                () -> store.entities().find(Certificate.class, id).view().keyKept());
    }

    public List<String> events() {
        return history().stream().map(DomainHistory.Line::event).toList();
    }

    public List<DomainHistory.Line> history() {
        return registry.history().of(HostName.parse(host), linde, 50);
    }
}
