package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.certificates.TestAuthority.leaf;
import static de.hypersoft.esolutions.certificates.TestAuthority.rsa;
import static de.hypersoft.esolutions.hostnames.TestRegistry.manager;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.certificates.TestAuthority.Issued;
import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.hostnames.HostCertificate;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.TestRegistry;
import de.hypersoft.esolutions.kernel.Audit;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Duties;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the uploaded file to the retired certificate (T48), on both databases. */
@OnBothDatabases
class CertificateLifeTest {

    private static final String LINE = KeyRing.line(new byte[KeyRing.BYTES]);

    private final HandClock clock = HandClock.at("2026-11-22T12:00:00Z");
    private final Store store;
    private final TestRegistry registry;
    private final TenantId linde;
    private final String host = "s-" + UUID.randomUUID().toString().substring(0, 8) + ".gasthaus.example";
    private final Told<CertificatesChanged> told = new Told<>();
    private final KeyVault vault = new KeyVault(new KeyFile(Optional.of(LINE), Optional.empty(), Optional.empty()));
    private final Issued middle;
    private final UploadCertificate uploads;
    private final CertificateDesk desk;
    private final ProveCertificate prove;
    private final ActiveCertificates active;
    private final ExpiringCertificates expiring;
    private final SealedKeys sealed;

    CertificateLifeTest(Store store) {
        this.store = store;
        this.registry = new TestRegistry(store, clock);
        this.linde = registry.customer("linde");
        Issued root = TestAuthority.root("Life Root", clock.instant());
        this.middle = TestAuthority.intermediate("Life Intermediate", root, clock.instant());
        Certificates certificates = Transactions.around(
                store,
                new Certificates(
                        store.entities(), Transactions.around(store, new Duties(store.entities())), told, clock));
        Audit audit = Transactions.around(store, new Audit(store.entities(), clock));
        this.desk = Transactions.around(
                store,
                new CertificateDesk(certificates, registry.desk(), registry.axis(), registry.history(), audit, clock));
        this.prove = Transactions.around(
                store, new ProveCertificate(certificates, registry.axis(), registry.history(), clock));
        this.active = Transactions.around(store, new ActiveCertificates(store.entities(), vault));
        this.expiring = Transactions.around(store, new ExpiringCertificates(store.entities(), clock));
        this.sealed = Transactions.around(store, new SealedKeys(store.entities(), vault, clock));
        StageCertificate staging = Transactions.around(
                store,
                new StageCertificate(
                        certificates, registry.desk(), registry.axis(), registry.history(), audit, vault, clock));
        this.uploads = new UploadCertificate(staging, new PfxWorkers(), new PublicRoots(List.of(root.certificate())));
        registry.desk().register(staff(), linde, host, null);
    }

    @Test
    void T48_a_refused_file_changes_nothing_and_its_password_is_wiped() {
        UUID first = served(ec("one"));
        char[] password = "sesame".toCharArray();
        clock.advance(Duration.ofSeconds(1));

        UploadCertificate.Outcome outcome = uploads.upload(staff(), host, file(ec("two")), password);

        assertThat(outcome.staged()).isNull();
        assertThat(outcome.report().findings()).extracting(Finding::kind).containsExactly(Finding.Kind.WRONG_PASSWORD);
        assertThat(password).containsOnly('\0');
        assertThat(current().id()).isEqualTo(first);
        assertThat(events()).startsWith("certificate-refused");
    }

    @Test
    void a_good_file_waits_until_a_person_activates_it_and_counts_only_when_a_handshake_showed_it() {
        UUID id = staged(ec("one"));
        assertThat(active.of(host)).isEmpty();
        assertThat(axis()).isEqualTo(HostCertificate.STAGED);

        activate(id);
        assertThat(active.of(host)).get().satisfies(served -> {
            assertThat(served.current()).isNull();
            assertThat(served.candidate()).isNotNull();
        });
        assertThat(active.expected(host)).isEmpty();
        assertThat(axis()).isEqualTo(HostCertificate.PROVING);

        proven(id);
        proven(id);
        assertThat(axis()).isEqualTo(HostCertificate.ACTIVE);
        assertThat(current().key()).isEqualTo(ec("one").getPrivate());
        assertThat(current().chain()).hasSize(2);
        assertThat(active.expected())
                .containsEntry(host, java.util.Set.of(current().sha256()));
        assertThat(events())
                .containsExactly("certificate-active", "certificate-activated", "certificate-staged", "registered");
    }

    @Test
    void the_old_one_is_served_on_until_the_new_one_is_proven_and_one_click_leads_back() {
        UUID first = served(ec("one"));
        UUID second = staged(rsa("two"));
        activate(second);
        assertThat(current().id()).as("still served").isEqualTo(first);
        assertThat(axis()).isEqualTo(HostCertificate.ACTIVE);

        proven(second);
        assertThat(current().id()).isEqualTo(second);
        assertThat(state(first)).isEqualTo(CertificateState.RETIRED);

        activate(first);
        proven(first);
        assertThat(current().id()).isEqualTo(first);
        assertThat(events()).startsWith("certificate-active", "certificate-rolled-back");
    }

    @Test
    void a_certificate_that_does_not_show_fails_alone() {
        UUID first = served(ec("one"));
        UUID second = staged(ec("two"));
        activate(second);

        prove.failed(second, "handshake-other-certificate");
        proven(second);

        assertThat(current().id()).isEqualTo(first);
        assertThat(state(second)).isEqualTo(CertificateState.FAILED);
        assertThat(registry.desk().get(staff(), host).certificateReason()).isEqualTo("handshake-other-certificate");
    }

    @Test
    void what_is_activated_last_is_what_is_proven() {
        UUID first = staged(ec("one"));
        activate(first);
        UUID second = staged(ec("two"));
        activate(second);

        proven(first);
        assertThat(active.of(host)).get().satisfies(served -> assertThat(served.current())
                .isNull());
        proven(second);
        assertThat(current().id()).isEqualTo(second);
    }

    @Test
    void every_change_of_what_is_served_is_numbered_and_told_on_this_node() {
        long before = active.latest();
        UUID id = served(ec("one"));
        desk.release(staff(), host);

        assertThat(active.since(before, 100))
                .extracting(ActiveCertificates.Change::host)
                .containsOnly(host);
        assertThat(active.since(before, 100)).hasSize(3);
        assertThat(active.since(active.latest(), 100)).isEmpty();
        assertThat(told.events()).hasSize(3).containsOnly(new CertificatesChanged(host));
        assertThat(active.expected(host)).isEmpty();
        assertThat(keyKept(id)).isFalse();
    }

    @Test
    void the_private_key_stands_in_no_column_in_clear() {
        UUID id = served(rsa("two"));
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa("two").getPrivate();
        String row = store.in(() -> Arrays.deepToString((Object[]) store.entities()
                .createNativeQuery(
                        "select c.key_envelope, c.chain_pem, c.report from certificates.certificate c"
                                + " where c.id = :id",
                        Object[].class)
                .setParameter("id", id)
                .getSingleResult()));
        StringBuilder decoded = new StringBuilder(row);
        for (String part : row.split("[^A-Za-z0-9_+/-]+"))
            decoded.append(new String(
                    Base64.getDecoder()
                            .decode(part.replace('-', '+').replace('_', '/').substring(0, part.length() / 4 * 4)),
                    StandardCharsets.ISO_8859_1));

        for (BigInteger secret : List.of(key.getPrimeP(), key.getPrimeQ(), key.getPrivateExponent())) {
            byte[] bytes = secret.toByteArray();
            assertThat(decoded.indexOf(new String(Arrays.copyOfRange(bytes, 8, 40), StandardCharsets.ISO_8859_1)))
                    .isNegative();
            assertThat(row).doesNotContain(HexFormat.of().formatHex(bytes, 8, 40));
        }
        assertThat(row).doesNotContain("PRIVATE KEY");
    }

    @Test
    void a_key_that_this_node_cannot_open_leaves_its_host_out_and_the_node_is_not_ready() {
        UUID id = served(ec("one"));
        KeyVault other = new KeyVault(new KeyFile(
                Optional.of(KeyRing.line(new byte[] {
                    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
                })),
                Optional.empty(),
                Optional.empty()));
        ActiveCertificates elsewhere = Transactions.around(store, new ActiveCertificates(store.entities(), other));

        assertThat(elsewhere.of(host)).isEmpty();
        assertThat(elsewhere.expected(host)).hasSize(1);
        assertThat(Transactions.around(store, new SealedKeys(store.entities(), other, clock))
                        .state()
                        .unopenable())
                .isPositive();
        assertThat(id).isNotNull();
    }

    @Test
    void rotating_wraps_every_key_anew_and_changes_nothing_that_is_served() {
        served(ec("one"));
        String added = KeyRing.line("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        KeyVault both = new KeyVault(new KeyFile(Optional.of(LINE + ";" + added), Optional.empty(), Optional.empty()));
        KeyVault onlyNew = new KeyVault(new KeyFile(Optional.of(added), Optional.empty(), Optional.empty()));
        SealedKeys rotating = Transactions.around(store, new SealedKeys(store.entities(), both, clock));

        while (rotating.rewrap(2) > 0) continue;

        ActiveCertificates after = Transactions.around(store, new ActiveCertificates(store.entities(), onlyNew));
        assertThat(after.of(host)).get().satisfies(served -> {
            assertThat(served.current()).isNotNull();
        });
        SealedKeys back = Transactions.around(
                store,
                new SealedKeys(
                        store.entities(),
                        new KeyVault(new KeyFile(Optional.of(added + ";" + LINE), Optional.empty(), Optional.empty())),
                        clock));
        while (back.rewrap(100) > 0) continue; // the store is shared by all tests
    }

    @Test
    void keys_of_replaced_certificates_are_destroyed_when_those_have_ended() {
        UUID first = served(ec("one"));
        UUID second = served(ec("two"));
        sealed.sweep(1000);
        assertThat(keyKept(first)).as("can be rolled back to").isTrue();

        clock.advance(Duration.ofDays(100));
        sealed.sweep(1000);

        assertThat(keyKept(first)).isFalse();
        assertThat(keyKept(second)).as("still served").isTrue();
        assertThatThrownBy(() -> activate(first)).isInstanceOf(Conflict.class);
    }

    @Test
    void T49_a_manager_reads_and_nobody_reaches_another_hosts_certificate() {
        UUID id = staged(ec("one"));
        String other = "o-" + host;
        registry.desk().register(staff(), registry.customer("adler"), other, null);

        assertThat(desk.of(manager(linde), host)).hasSize(1);
        assertThatThrownBy(() -> desk.activate(manager(linde), host, id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> uploads.upload(manager(linde), host, new byte[0], new char[0]))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.activate(staff(), other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.of(manager(registry.customer("x")), host)).isInstanceOf(NotFound.class);
    }

    @Test
    void an_active_certificate_comes_due_once_per_step_and_not_for_the_steps_that_were_slept_through() {
        UUID id = served(ec("one"));
        assertThat(due(id)).isEmpty();

        clock.advance(Duration.ofDays(61));
        ExpiringCertificates.Due first = due(id).orElseThrow();
        store.run(() -> expiring.told(first));
        assertThat(due(id)).isEmpty();
        assertThat(first.step()).isZero();
        assertThat(first.daysLeft()).isEqualTo(27);

        clock.advance(Duration.ofDays(27));
        ExpiringCertificates.Due late = due(id).orElseThrow();
        assertThat(late.daysLeft()).isZero();
        store.run(() -> expiring.told(late));
        assertThat(due(id)).isEmpty();

        clock.advance(Duration.ofDays(2));
        assertThat(due(id)).map(ExpiringCertificates.Due::daysLeft).contains(-2L);
        UUID renewed = served(ec("two"));
        assertThat(due(id)).as("replaced").isEmpty();
        assertThat(due(renewed)).isEmpty();
    }

    private UUID served(KeyPair keys) {
        UUID id = staged(keys);
        activate(id);
        proven(id);
        return id;
    }

    private void activate(UUID id) {
        clock.advance(Duration.ofSeconds(1));
        desk.activate(staff(), host, id);
    }

    private void proven(UUID id) {
        clock.advance(Duration.ofSeconds(1));
        prove.proven(id);
    }

    private UUID staged(KeyPair keys) {
        clock.advance(Duration.ofSeconds(1));
        UploadCertificate.Outcome outcome = uploads.upload(staff(), host, file(keys), "x".toCharArray());
        assertThat(outcome.report().acceptable())
                .as(outcome.report().toString())
                .isTrue();
        return Optional.ofNullable(outcome.staged()).orElseThrow();
    }

    private byte[] file(KeyPair keys) {
        return new TestPfx("x")
                .entry(leaf(keys, host).at(clock.instant()).sign(middle), middle)
                .bytes();
    }

    private ActiveCertificates.Leaf current() {
        ActiveCertificates.Leaf leaf = active.of(host).orElseThrow().current();
        if (leaf == null) throw new AssertionError("nothing is served");
        return leaf;
    }

    private HostCertificate axis() {
        return registry.desk().get(staff(), host).certificate();
    }

    private CertificateState state(UUID id) {
        return desk.of(staff(), host).stream()
                .filter(c -> c.id().equals(id))
                .map(CertificateView::state)
                .findFirst()
                .orElseThrow();
    }

    private Optional<ExpiringCertificates.Due> due(UUID id) {
        return expiring.due(1000).stream().filter(d -> d.id().equals(id)).findFirst();
    }

    private boolean keyKept(UUID id) {
        return store.in(
                () -> store.entities().find(Certificate.class, id).view().keyKept());
    }

    private List<String> events() {
        return registry.history().of(HostName.parse(host), linde, 50).stream()
                .map(DomainHistory.Line::event)
                .toList();
    }
}
