package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.certificates.TestAuthority.leaf;
import static de.hypersoft.esolutions.certificates.TestAuthority.rsa;
import static de.hypersoft.esolutions.hostnames.TestRegistry.manager;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.certificates.pfx.SentFile;
import de.hypersoft.esolutions.certificates.serving.ActiveCertificates;
import de.hypersoft.esolutions.certificates.serving.CertificatesChanged;
import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.hostnames.HostCertificate;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From the uploaded file to the retired certificate (T48), on both databases. */
@OnBothDatabases
class CertificateLifeTest {

    private final TestCertificates its;

    CertificateLifeTest(Store store) {
        this.its = new TestCertificates(store);
    }

    @Test
    void T48_a_refused_file_changes_nothing_and_its_password_is_wiped() {
        UUID first = its.served(ec("one"));
        char[] password = "sesame".toCharArray();
        its.clock.advance(Duration.ofSeconds(1));

        UploadCertificate.Outcome outcome = its.uploads.upload(staff(), its.host, sent(its.file(ec("two"))), password);

        assertThat(outcome.staged()).isNull();
        assertThat(outcome.report().findings()).extracting(Finding::kind).containsExactly(Finding.Kind.WRONG_PASSWORD);
        assertThat(password).containsOnly('\0');
        assertThat(its.current().id()).isEqualTo(first);
        assertThat(its.events()).startsWith("certificate-refused");
    }

    @Test
    void the_history_says_why_a_file_was_refused_and_of_what_the_reason_speaks() {
        its.uploads.upload(
                staff(),
                its.host,
                List.of(new SentFile("", its.fileFor(ec("one"), "www.other.example"))),
                "x".toCharArray());
        its.uploads.upload(staff(), its.host, sent(its.file(ec("two"))), "sesame".toCharArray());

        assertThat(its.history())
                .filteredOn(line -> line.event().equals("certificate-refused"))
                .extracting(DomainHistory.Line::detail, DomainHistory.Line::facts)
                .containsExactlyInAnyOrder(
                        tuple("other-name", List.of(List.of(its.host, "www.other.example"))),
                        tuple("wrong-password", List.of(List.of())));
    }

    @Test
    void what_an_older_release_wrote_and_what_has_no_codes_has_no_facts() {
        its.staged(ec("one"));
        its.uploads.upload(staff(), its.host, sent(its.file(ec("two"))), "sesame".toCharArray());
        its.store.run(() -> its.store
                .entities()
                .createNativeQuery("update hostnames.history set facts = null where event = 'certificate-refused'")
                .executeUpdate());

        assertThat(its.history())
                .extracting(DomainHistory.Line::event)
                .contains("certificate-refused", "certificate-staged");
        assertThat(its.history()).allSatisfy(line -> assertThat(line.facts()).isEmpty());
    }

    @Test
    void facts_that_are_too_many_to_be_kept_cost_only_themselves() {
        List<String> twentyLong = Collections.nCopies(20, "x".repeat(300));
        its.clock.advance(Duration.ofSeconds(1));
        its.store.run(() -> its.registry
                .history()
                .record(
                        HostName.parse(its.host),
                        its.linde,
                        Actor.SYSTEM,
                        "certificate-refused",
                        List.of(new DomainHistory.Told("other-name", twentyLong))));

        assertThat(its.history()).first().satisfies(line -> {
            assertThat(line.detail()).isEqualTo("other-name");
            assertThat(line.facts()).isEmpty();
        });
        assertThat(new DomainHistory.Told("weak-key", twentyLong).facts().get(0))
                .hasSize(200);
        assertThat(new DomainHistory.Told("weak-key", List.of("x".repeat(199) + "😀"))
                        .facts()
                        .get(0))
                .hasSize(199);
    }

    @Test
    void a_good_file_waits_until_a_person_activates_it_and_counts_only_when_a_handshake_showed_it() {
        UUID id = its.staged(ec("one"));
        assertThat(its.active.of(its.host)).isEmpty();
        assertThat(its.axis()).isEqualTo(HostCertificate.STAGED);

        its.activate(id);
        assertThat(its.active.of(its.host)).get().satisfies(served -> {
            assertThat(served.current()).isNull();
            assertThat(served.candidate()).isNotNull();
        });
        assertThat(its.active.expected(its.host)).isEmpty();
        assertThat(its.axis()).isEqualTo(HostCertificate.PROVING);

        its.proven(id);
        its.proven(id);
        assertThat(its.axis()).isEqualTo(HostCertificate.ACTIVE);
        assertThat(its.current().key()).isEqualTo(ec("one").getPrivate());
        assertThat(its.current().chain()).hasSize(2);
        assertThat(its.active.expected())
                .containsEntry(its.host, java.util.Set.of(its.current().sha256()));
        assertThat(its.events())
                .containsExactly("certificate-active", "certificate-activated", "certificate-staged", "registered");
    }

    @Test
    void nothing_is_served_under_a_name_that_is_not_yet_proven_to_be_the_customers() {
        UUID staged = its.staged(ec("one"));
        its.contested(true);
        assertThatThrownBy(() -> its.activate(staged)).isInstanceOfSatisfying(Conflict.class, c -> assertThat(c.code())
                .isEqualTo("domain-unproven"));
        assertThat(its.active.of(its.host)).isEmpty();

        its.contested(false);
        its.activate(staged);
        its.proven(staged);
        assertThat(its.current().id()).isEqualTo(staged);
    }

    @Test
    void a_certificate_for_the_250_longest_names_there_can_be_is_kept_with_all_of_them() {
        String[] names = IntStream.range(0, 250)
                .mapToObj(i -> i == 0 ? its.host : longest(i))
                .toArray(String[]::new);
        TestAuthority.Issued leaf =
                leaf(ec("many"), names).at(its.clock.instant()).sign(its.middle);

        UploadCertificate.Outcome outcome = its.uploads.upload(
                staff(), its.host, sent(new TestPfx("x").entry(leaf, its.middle).bytes()), "x".toCharArray());

        assertThat(outcome.staged()).isNotNull();
        assertThat(its.certificates.of(staff(), its.host).get(0).names())
                .hasSize(250)
                .contains(names);
        assertThat(its.certificates
                        .report(staff(), its.host, Objects.requireNonNull(outcome.staged()))
                        .acceptable())
                .isTrue();
    }

    private static List<SentFile> sent(byte[] file) {
        return List.of(new SentFile("", file));
    }

    private static String longest(int number) {
        String label = "a".repeat(63);
        return ("%03d".formatted(number) + "b".repeat(58)) + "." + label + "." + label + "." + label;
    }

    @Test
    void the_old_one_is_served_on_until_the_new_one_is_proven_and_one_click_leads_back() {
        UUID first = its.served(ec("one"));
        UUID second = its.staged(rsa("two"));
        its.activate(second);
        assertThat(its.current().id()).as("still served").isEqualTo(first);
        assertThat(its.axis()).isEqualTo(HostCertificate.ACTIVE);

        its.proven(second);
        assertThat(its.current().id()).isEqualTo(second);
        assertThat(its.state(first)).isEqualTo(CertificateState.RETIRED);

        its.activate(first);
        its.proven(first);
        assertThat(its.current().id()).isEqualTo(first);
        assertThat(its.events()).startsWith("certificate-active", "certificate-rolled-back");
    }

    @Test
    void a_certificate_that_does_not_show_fails_alone() {
        UUID first = its.served(ec("one"));
        UUID second = its.staged(ec("two"));
        its.activate(second);

        its.prove.failed(second, "handshake-other-certificate");
        its.proven(second);

        assertThat(its.current().id()).isEqualTo(first);
        assertThat(its.state(second)).isEqualTo(CertificateState.FAILED);
        assertThat(its.registry.domains().get(staff(), its.host).certificateReason())
                .isEqualTo("handshake-other-certificate");
    }

    @Test
    void what_is_activated_last_is_what_is_proven() {
        UUID first = its.staged(ec("one"));
        its.activate(first);
        UUID second = its.staged(ec("two"));
        its.activate(second);

        its.proven(first);
        assertThat(its.active.of(its.host)).get().satisfies(served -> assertThat(served.current())
                .isNull());
        its.proven(second);
        assertThat(its.current().id()).isEqualTo(second);
    }

    @Test
    void every_change_of_what_is_served_is_numbered_and_told_on_this_node() {
        long before = its.active.latest();
        UUID id = its.served(ec("one"));
        its.certificates.release(staff(), its.host);

        assertThat(its.active.since(before, 100))
                .extracting(ActiveCertificates.Change::host)
                .containsOnly(its.host);
        assertThat(its.active.since(before, 100)).hasSize(3);
        assertThat(its.active.since(its.active.latest(), 100)).isEmpty();
        assertThat(its.told.events()).hasSize(3).containsOnly(new CertificatesChanged(its.host));
        assertThat(its.active.expected(its.host)).isEmpty();
        assertThat(its.keyKept(id)).isFalse();
    }

    @Test
    void T49_a_manager_reads_and_nobody_reaches_another_hosts_certificate() {
        UUID id = its.staged(ec("one"));
        String other = "o-" + its.host;
        its.registry.domains().register(staff(), its.registry.customer("adler"), other, null);

        assertThat(its.certificates.of(manager(its.linde), its.host)).hasSize(1);
        assertThatThrownBy(() -> its.certificates.activate(manager(its.linde), its.host, id))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> its.uploads.upload(manager(its.linde), its.host, sent(new byte[0]), new char[0]))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> its.certificates.activate(staff(), other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> its.certificates.of(manager(its.registry.customer("x")), its.host))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_active_certificate_comes_due_once_per_step_and_not_for_the_steps_that_were_slept_through() {
        UUID id = its.served(ec("one"));
        assertThat(its.due(id)).isEmpty();

        its.clock.advance(Duration.ofDays(61));
        ExpiringCertificates.Due first = its.due(id).orElseThrow();
        its.store.run(() -> its.expiring.told(first));
        assertThat(its.due(id)).isEmpty();
        assertThat(first.step()).isZero();
        assertThat(first.daysLeft()).isEqualTo(27);

        its.clock.advance(Duration.ofDays(27));
        ExpiringCertificates.Due late = its.due(id).orElseThrow();
        assertThat(late.daysLeft()).isZero();
        its.store.run(() -> its.expiring.told(late));
        assertThat(its.due(id)).isEmpty();

        its.clock.advance(Duration.ofDays(2));
        assertThat(its.due(id)).map(ExpiringCertificates.Due::daysLeft).contains(-2L);
        UUID renewed = its.served(ec("two"));
        assertThat(its.due(id)).as("replaced").isEmpty();
        assertThat(its.due(renewed)).isEmpty();
    }
}
