package de.hypersoft.esolutions.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RefusedActsTest {

    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Audit audit;
    private final RefusedActs refused;
    private final UUID linde = UUID.randomUUID();
    private final UUID adler = UUID.randomUUID();

    private final Store store;

    RefusedActsTest(Store store) {
        this.store = store;
        this.audit = Transactions.around(store, new Audit(store.entities(), clock));
        this.refused = Transactions.around(
                store, new RefusedActs(store.entities(), new Audit(store.entities(), clock), clock));
    }

    @Test
    void noise_at_one_brand_from_many_addresses_hides_no_attack_on_another() {
        noise(linde);
        noise(null);

        refuse(adler, "192.0.2.1");

        assertThat(lines(linde)).hasSize(RefusedActs.FROM_EVERYWHERE);
        assertThat(lines(adler)).singleElement().satisfies(line -> assertThat(line.detail())
                .isEqualTo("address 192.0.2.1"));
    }

    @Test
    void an_address_that_was_loud_at_one_brand_is_heard_at_the_next() {
        for (int i = 0; i < 50; i++) refuse(linde, "192.0.2.7");

        refuse(adler, "192.0.2.7");

        assertThat(lines(linde)).hasSize(RefusedActs.PER_ADDRESS);
        assertThat(lines(adler)).hasSize(1);
    }

    @Test
    void who_has_a_whole_ipv6_network_fills_no_log_by_changing_the_address() {
        for (int i = 1; i <= 40; i++) refuse(linde, "2001:db8:1:2::" + i);
        refuse(linde, "2001:db8:1:3::1");

        assertThat(lines(linde)).hasSize(RefusedActs.PER_ADDRESS + 1);
        assertThat(lines(linde)).extracting(Audit.Line::detail).contains("address 2001:db8:1:2::7");
    }

    @Test
    void an_act_says_where_it_was_asked_for_and_in_which_session_until_the_term_of_addresses_is_over() {
        UUID session = UUID.randomUUID();
        Origin.from("192.0.2.9");
        Origin.within(session);
        try {
            store.run(() -> audit.record(Actor.user("7", "Maria"), linde, "user-changed", "eva", ""));
        } finally {
            Origin.gone();
        }
        store.run(() -> audit.record(Actor.SYSTEM, linde, "day-ended", "", ""));

        assertThat(lines(linde))
                .extracting(Audit.Line::action, Audit.Line::origin)
                .containsExactlyInAnyOrder(
                        tuple("user-changed", new Origin("192.0.2.9", session)), tuple("day-ended", null));
        clock.advance(RefusedActs.KEPT.plusSeconds(1));
        refused.sweep();
        assertThat(lines(linde)).hasSize(2).extracting(Audit.Line::origin).containsOnlyNulls();
    }

    @Test
    void each_brand_reads_how_many_of_its_own_were_left_out() {
        for (int i = 0; i < 12; i++) refuse(linde, "192.0.2.7");
        for (int i = 0; i < 15; i++) refuse(adler, "192.0.2.7");

        clock.advance(Duration.ofHours(1));
        refused.sweep();

        assertThat(lines(linde)).extracting(Audit.Line::detail).contains("left out 2");
        assertThat(lines(adler)).extracting(Audit.Line::detail).contains("left out 5");
    }

    @Test
    void what_was_left_out_is_told_once_by_the_first_act_of_another_hour() {
        for (int i = 0; i < 12; i++) refuse(linde, "192.0.2.7");
        clock.advance(Duration.ofMinutes(59));
        refuse(linde, "192.0.2.8");
        assertThat(leftOut(linde)).as("the hour is not over").isEmpty();

        clock.advance(Duration.ofMinutes(1));
        refuse(linde, "192.0.2.9");
        assertThat(leftOut(linde)).containsExactly("left out 2");

        clock.advance(Duration.ofHours(1));
        refused.sweep();
        assertThat(leftOut(linde)).containsExactly("left out 2");
    }

    private List<String> leftOut(UUID tenant) {
        return lines(tenant).stream()
                .map(Audit.Line::detail)
                .filter(detail -> detail.startsWith("left out"))
                .toList();
    }

    private void noise(@Nullable UUID tenant) {
        for (int i = 0; i < 40; i++) for (int tries = 0; tries < 10; tries++) refuse(tenant, "198.51.100." + i);
    }

    private void refuse(@Nullable UUID tenant, String address) {
        refused.record(RefusedActs.Kind.SIGN_IN_REFUSED, Actor.GUEST, tenant, "chef", address);
    }

    private List<Audit.Line> lines(UUID tenant) {
        return audit.newest(tenant, 0, 1_000);
    }

    /** Taking the log away is an act as well. */
    @Test
    void a_file_of_the_log_stands_in_the_log_from_then_on() {
        refuse(linde, "192.0.2.7");
        clock.advance(Duration.ofSeconds(1));
        Audit.Search all = new Audit.Search("", Instant.EPOCH, clock.instant().plusSeconds(60));

        List<Audit.Line> taken = audit.export(Actor.user("7", "Maria"), linde, all, 10);

        assertThat(taken).extracting(Audit.Line::action).containsExactly("sign-in-refused");
        assertThat(lines(linde).get(0)).satisfies(line -> {
            assertThat(line.action()).isEqualTo("audit-exported");
            assertThat(line.actor()).isEqualTo("Maria");
            assertThat(line.detail()).isEqualTo("lines 1");
        });
    }
}
