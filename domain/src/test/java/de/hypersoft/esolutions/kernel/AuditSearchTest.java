package de.hypersoft.esolutions.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.audit.Origin;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who did what, found by whoever may know. */
@OnBothDatabases
class AuditSearchTest {

    private static final Actor MARIA = Actor.user("1", "Maria");

    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Store store;
    private final Audit audit;
    private final UUID linde = UUID.randomUUID();
    private final UUID adler = UUID.randomUUID();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Instant begin = clock.instant();

    AuditSearchTest(Store store) {
        this.store = store;
        this.audit = Transactions.around(store, new Audit(store.entities(), clock));
        record(linde, "order-ticked", "100% " + run, "");
        record(linde, "till-added", "Kasse", "by HAND_" + run);
        record(adler, "order-ticked", "2026-000009", run);
        record(null, "sign-in-refused", "", "address 192.0.2.1 " + run);
    }

    @Test
    void a_brand_finds_its_own_acts_and_hosting_staff_those_of_all_and_of_nobody() {
        assertThat(found(run)).containsExactly("till-added", "order-ticked");
        assertThat(everywhere(run)).containsExactly("sign-in-refused", "order-ticked", "till-added", "order-ticked");
    }

    @Test
    void any_part_of_a_line_is_found_in_any_case_and_a_wildcard_is_a_letter_like_others() {
        assertThat(found("hand_" + run)).containsExactly("till-added");
        assertThat(found("100% " + run)).containsExactly("order-ticked");
        assertThat(found("TILL-")).containsExactly("till-added");
        assertThat(found("maria")).hasSize(2);
        assertThat(found("%" + run)).isEmpty();
        assertThat(found("_" + run)).containsExactly("till-added");
        assertThat(found("!")).isEmpty();
        assertThat(found("")).hasSize(2);
    }

    @Test
    void acts_are_found_by_the_address_they_were_asked_for_from() {
        String address = "2001:db8::" + run.substring(0, 4);
        Origin.from(address);
        try {
            record(linde, "domain-added", "shop", run);
        } finally {
            Origin.gone();
        }

        assertThat(found(address)).containsExactly("domain-added");
        assertThat(audit.find(linde, new Audit.Search(address.toUpperCase(Locale.ROOT), begin, late()), 0, 10))
                .hasSize(1);
    }

    @Test
    void what_words_stand_for_is_found_beside_what_is_written() {
        UUID session = UUID.randomUUID();
        Origin.from("192.0.2.1");
        Origin.within(session);
        try {
            record(linde, "orders-paused", "Mitte", "MINUTES_30");
        } finally {
            Origin.gone();
        }

        assertThat(meant(Set.of("till-added"), Set.of(), Set.of(), "")).containsExactly("till-added");
        assertThat(meant(Set.of("till-added", "orders-paused"), Set.of(), Set.of(), ""))
                .containsExactly("orders-paused", "till-added");
        assertThat(meant(Set.of(), Set.of(), Set.of("MINUTES_30"), "")).containsExactly("orders-paused");
        assertThat(meant(Set.of(), Set.of("USER"), Set.of(), "")).hasSize(3);
        assertThat(meant(Set.of(), Set.of("SYSTEM"), Set.of(), "")).isEmpty();
        assertThat(meant(Set.of(), Set.of(), Set.of(), session.toString().substring(30)))
                .containsExactly("orders-paused");
        assertThat(meant(Set.of(), Set.of(), Set.of(), "")).isEmpty();
    }

    @Test
    void the_first_moment_counts_and_the_last_does_not() {
        Instant second = begin.plus(Duration.ofMinutes(1));

        assertThat(found("", begin, second)).containsExactly("order-ticked");
        assertThat(found("", second, second.plusSeconds(1))).containsExactly("till-added");
        assertThat(found("", begin.minusSeconds(60), begin)).isEmpty();
    }

    @Test
    void what_is_taken_away_stands_in_the_log_from_then_on_and_what_was_looked_for_does_not() {
        List<Audit.Line> taken = audit.export(MARIA, linde, new Audit.Search(run, begin, late()), 100);

        assertThat(taken).hasSize(2);
        assertThat(audit.newest(linde, 0, 1)).singleElement().satisfies(line -> {
            assertThat(line.action()).isEqualTo("audit-exported");
            assertThat(line.actor()).isEqualTo("Maria");
            assertThat(line.detail()).isEqualTo("lines 2");
        });
        assertThat(audit.exportEverywhere(MARIA, new Audit.Search(run, begin, late()), 3))
                .hasSize(3);
        assertThat(audit.newest(linde, 0, 10))
                .filteredOn(line -> line.action().equals("audit-exported"))
                .as("that of hosting staff is no brand's")
                .hasSize(1);
    }

    @Test
    void an_act_of_a_till_names_the_till() {
        store.run(() -> audit.record(Actor.till("2", "Kasse 2"), linde, "order-taken", "2026-000009", ""));

        assertThat(audit.newest(linde, 0, 1))
                .extracting(Audit.Line::actorKind, Audit.Line::actor)
                .containsExactly(tuple("TILL", "Kasse 2"));
    }

    @Test
    void pages_follow_each_other() {
        Audit.Search all = new Audit.Search("", begin, late());

        assertThat(audit.find(linde, all, 0, 1)).extracting(Audit.Line::action).containsExactly("till-added");
        assertThat(audit.find(linde, all, 1, 1)).extracting(Audit.Line::action).containsExactly("order-ticked");
        assertThat(audit.find(linde, all, 2, 1)).isEmpty();
    }

    private void record(@Nullable UUID tenant, String action, String subject, String detail) {
        store.run(() -> audit.record(MARIA, tenant, action, subject, detail));
        clock.advance(Duration.ofMinutes(1));
    }

    private List<String> found(String text) {
        return found(text, begin, late());
    }

    private List<String> found(String text, Instant from, Instant until) {
        return audit.find(linde, new Audit.Search(text, from, until), 0, 100).stream()
                .map(Audit.Line::action)
                .toList();
    }

    private List<String> meant(Set<String> actions, Set<String> kinds, Set<String> details, String session) {
        Audit.Meant meant = new Audit.Meant(actions, kinds, details, session);
        return audit.find(linde, new Audit.Search("shown words", meant, begin, late()), 0, 100).stream()
                .map(Audit.Line::action)
                .toList();
    }

    private List<String> everywhere(String text) {
        return audit.findEverywhere(new Audit.Search(text, begin, late()), 0, 100).stream()
                .map(Audit.Line::action)
                .toList();
    }

    private Instant late() {
        return clock.instant().plusSeconds(1);
    }
}
