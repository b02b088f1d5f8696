package de.hypersoft.esolutions.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.acme.AutomaticTookOver;
import de.hypersoft.esolutions.acme.StandbyCertificates;
import de.hypersoft.esolutions.certificates.ExpiringCertificates;
import de.hypersoft.esolutions.hostnames.TestRegistry;
import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.notifications.OneAddress;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each step is told once per certificate and recipient, whoever tells it and however often it is asked. */
@OnBothDatabases
class ExpiryWarningsTest {

    private static final String HOSTING = "zertifikate@hosting.example";

    private final HandClock clock = HandClock.at("2027-01-01T00:00:00Z");
    private final Store store;
    private final TestRegistry registry;
    private final TenantId linde;
    private boolean netHolds;
    private final UUID certificate = UUID.randomUUID();
    private final String host = "m-" + certificate.toString().substring(0, 8) + ".gasthaus.example";

    ExpiryWarningsTest(Store store) {
        this.store = store;
        this.registry = new TestRegistry(store, clock);
        this.linde = registry.customer("linde");
        registry.domains().register(TestRegistry.staff(), linde, host, null);
    }

    @Test
    void customer_and_hosting_are_told_each_step_once_by_any_of_two_nodes() {
        served(clock.instant(), 100);
        ExpiryWarnings one = node();
        ExpiryWarnings other = node();

        assertThat(told(one)).as("67 days are left to live quietly").isEmpty();
        clock.advance(Duration.ofDays(67));
        assertThat(told(one, other, one)).containsExactlyInAnyOrder("kueche@linde.example", HOSTING);

        int mails = 2;
        for (int days : new int[] {3, 10, 6, 4, 3, 4, 2, 1}) {
            clock.advance(Duration.ofDays(days));
            mails += 2;
            assertThat(told(other, one)).hasSize(mails);
        }
        clock.advance(Duration.ofDays(400));
        assertThat(told(one, other)).hasSize(18);
    }

    @Test
    void a_node_that_slept_tells_only_the_newest_step() {
        served(clock.instant(), 100);
        clock.advance(Duration.ofDays(98));

        assertThat(told(node())).hasSize(2);
        assertThat(subjects()).hasSize(2).allSatisfy(subject -> assertThat(subject)
                .contains("in 2 Tagen"));
    }

    @Test
    void the_contact_of_the_domain_goes_before_the_location_and_gets_one_mail_even_if_it_is_the_hosting() {
        served(clock.instant(), 100);
        registry.domains().contact(TestRegistry.staff(), host, HOSTING);
        clock.advance(Duration.ofDays(70));

        assertThat(told(node())).containsExactly(HOSTING);
    }

    @Test
    void each_warning_leads_to_the_domain_in_the_portal() {
        served(clock.instant(), 100);
        clock.advance(Duration.ofDays(98));

        assertThat(told(node())).hasSize(2);
        assertThat(column("m.body_text")).hasSize(2).allSatisfy(text -> assertThat(text)
                .contains("\nhttps://portal.example/portal/domains/" + host + "\n"));
    }

    @Test
    void whoever_has_an_automatic_one_behind_it_is_not_frightened() {
        served(clock.instant(), 100);
        clock.advance(Duration.ofDays(70));
        netHolds = true;
        node().warn(1000);

        assertThat(column("m.body_text")).hasSize(2).allSatisfy(text -> assertThat(text)
                .contains("springt für " + host + " rechtzeitig ein automatisches Zertifikat ein")
                .doesNotContain("warnt danach jeder Browser"));
    }

    @Test
    void one_that_several_domains_share_is_told_once_with_all_their_names() {
        String shop = another("shop");
        String kept = another("kept");
        registry.domains().contact(TestRegistry.staff(), shop, "shop@linde.example");
        served(clock.instant(), 100);
        served(behind(), shop, clock.instant(), 100);
        served(behind(), kept, clock.instant(), 100);
        clock.advance(Duration.ofDays(98));
        ExpiryWarnings one = node();
        assertThat(told(one, one)).hasSize(3);

        List<String> said = lines();
        assertThat(said)
                .filteredOn(line -> line.startsWith(HOSTING))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(host, shop, kept, "und 2 weitere Domains", "nur einmal"));
        assertThat(said)
                .filteredOn(line -> line.startsWith("shop@"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(shop, "/portal/domains/" + shop)
                        .doesNotContain(host, kept, "weitere", "nur einmal"));
        assertThat(said)
                .filteredOn(line -> line.startsWith("kueche@"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(host, kept, "und eine weitere Domain")
                        .doesNotContain(shop));

        String later = another("later");
        served(behind(), later, clock.instant().minus(Duration.ofDays(98)), 100);
        assertThat(told(one)).as("the same step of the same certificate").hasSize(3);
        clock.advance(Duration.ofDays(1));
        assertThat(told(one)).hasSize(6);
        assertThat(lines())
                .filteredOn(line -> line.startsWith(HOSTING) && line.contains(later))
                .hasSize(1);
    }

    @Test
    void it_is_known_whether_anybody_at_the_hosting_is_written_to() {
        assertThat(node().staffAreWarned()).isTrue();
        assertThat(node(letters(Optional.empty())).staffAreWarned()).isFalse();
    }

    private String another(String label) {
        String made = host.replace("m-", label + "-");
        registry.domains().register(TestRegistry.staff(), linde, made, null);
        return made;
    }

    /** Of a row that came after that of the first host. */
    private static UUID behind() {
        return new UUID(-1, UUID.randomUUID().getLeastSignificantBits());
    }

    private List<String> lines() {
        return column("m.recipient || ' ' || m.subject || ' ' || m.body_text");
    }

    @Test
    void a_take_over_is_told_once_to_both_however_often_it_is_delivered() {
        served(clock.instant(), 100);
        TellOfTakeOver listener = new TellOfTakeOver(letters());
        AutomaticTookOver event = new AutomaticTookOver(
                certificate,
                linde.value(),
                host,
                clock.instant().plus(Duration.ofDays(3)),
                clock.instant().plus(Duration.ofDays(90)));
        store.run(() -> listener.on(event));
        store.run(() -> listener.on(event));

        assertThat(column("m.recipient")).containsExactlyInAnyOrder("kueche@linde.example", HOSTING);
        assertThat(subjects()).containsOnly("Automatisches Zertifikat für " + host + " in Betrieb");
        assertThat(column("m.body_text")).hasSize(2).allSatisfy(text -> assertThat(text)
                .contains("gilt nur bis", "Nichts zu tun", "/domains/" + host));
    }

    /** What stands behind, as a test says. */
    private final class Net extends StandbyCertificates {
        @SuppressWarnings("NullAway")
        Net() {
            super(null, null, null);
        }

        @Override
        public boolean holds(String of, TenantId tenant, Instant end) {
            return netHolds;
        }
    }

    private ExpiryWarnings node() {
        return node(letters());
    }

    private ExpiryWarnings node(DomainLetters letters) {
        return Transactions.around(
                store,
                new ExpiryWarnings(
                        Transactions.around(store, new ExpiringCertificates(store.entities(), clock)),
                        Transactions.around(store, new ClusterLock(store.entities())),
                        new Net(),
                        letters));
    }

    private DomainLetters letters() {
        return letters(Optional.of(List.of(HOSTING)));
    }

    private DomainLetters letters(Optional<List<String>> staff) {
        return new DomainLetters(
                registry.contacts(),
                new Tenants(store.entities()),
                OneAddress.PORTAL,
                new Mails(store.entities(), clock),
                staff);
    }

    private List<String> told(ExpiryWarnings... nodes) {
        for (ExpiryWarnings node : nodes) node.warn(1000);
        return column("m.recipient");
    }

    private List<String> subjects() {
        return column("m.subject");
    }

    @SuppressWarnings("unchecked")
    private List<String> column(String what) {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select " + what + " from notifications.mail m where m.about_id = :about", String.class)
                .setParameter("about", certificate)
                .getResultList());
    }

    private void served(Instant from, int days) {
        served(certificate, host, from, days);
    }

    private void served(UUID id, String at, Instant from, int days) {
        store.run(() -> store.entities()
                .createNativeQuery("insert into certificates.certificate (id, tenant_id, host, source, sha256, serial,"
                        + " issuer, names, not_before, not_after, key_type, key_bits, chain_pem, state, state_since,"
                        + " reason, report, created_at, created_by, version, warned_step, warn_at)"
                        + " values (:id, :tenant, :host, 'UPLOAD', '0', '1', 'CN=x', :host, :from, :until, 'EC', 256,"
                        + " '', 'ACTIVE', :from, '', '', :from, 'test', 0, -1, :warn)")
                .setParameter("id", id)
                .setParameter("tenant", linde.value())
                .setParameter("host", at)
                .setParameter("from", from)
                .setParameter("until", from.plus(Duration.ofDays(days)))
                .setParameter("warn", from.plus(Duration.ofDays(days * 67L / 100)))
                .executeUpdate());
    }
}
