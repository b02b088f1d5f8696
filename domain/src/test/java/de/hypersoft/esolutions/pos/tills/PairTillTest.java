package de.hypersoft.esolutions.pos.tills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.pos.TestTills;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.testing.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Six digits are no secret for long: the few tries are what keeps them. */
@OnBothDatabases
class PairTillTest {

    private static final Actor MARIA = Actor.user("1", "Maria");

    private final Store store;
    private final PairTill pairing;
    private final ManageTills tills;
    private final Location location;
    private final ManageTills.Pin pin;
    private final HandClock clock;

    PairTillTest(Store store) {
        this.clock = HandClock.at("2026-11-22T11:00:00Z");
        this.store = store;
        this.pairing = TestTills.pairing(store, clock);
        this.tills = TestTills.managing(store, clock);
        this.location = TestLocations.open(store, clock.instant());
        this.pin = store.in(
                () -> tills.add(Scope.all(location.tenant()), MARIA, location.id(), "Kasse", Till.Kind.CONTROL_TILL));
    }

    @Test
    void whoever_is_there_for_one_location_cannot_pair_a_device_that_changes_the_pictures_of_them_all() {
        Scope one = Scope.only(location.tenant(), Set.of(location.id()));
        ManageTills.Pin office = store.in(
                () -> tills.add(Scope.all(location.tenant()), MARIA, location.id(), "Zentrale", Till.Kind.HEAD_OFFICE));

        assertThatThrownBy(
                        () -> store.in(() -> tills.add(one, MARIA, location.id(), "Noch eine", Till.Kind.HEAD_OFFICE)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> store.in(() -> tills.pin(one, MARIA, office.till())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> store.in(() -> tills.revoke(one, MARIA, office.till())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> store.run(() -> tills.acceptJournal(one, MARIA, office.till())))
                .isInstanceOf(Forbidden.class);
        assertThat(store.in(() -> tills.add(one, MARIA, location.id(), "Kasse 2", Till.Kind.TILL)))
                .isNotNull();
    }

    @Test
    void each_of_several_wrong_pins_tried_at_the_same_moment_counts() throws Exception {
        Together.run(4, () -> pair(wrong()));

        assertThat(wrongTries()).isEqualTo(4);
        pair(wrong());
        assertThat(pair(pin.pin())).as("the right PIN after five wrong ones").isEmpty();
    }

    @Test
    void a_pin_that_was_guessed_at_stays_dead_and_a_new_one_of_the_same_till_opens_it() {
        for (int i = 0; i < 7; i++) assertThat(pair(wrong())).isEmpty();
        assertThat(wrongTries()).isEqualTo(5);
        assertThat(pair(pin.pin())).isEmpty();

        ManageTills.Pin next = store.in(() -> tills.pin(Scope.all(location.tenant()), MARIA, pin.till()));

        assertThat(pair(next.pin())).isPresent();
        assertThat(pair(next.pin())).as("once").isEmpty();
    }

    @Test
    void a_pin_opens_nothing_after_a_quarter_of_an_hour() {
        clock.advance(Duration.ofMinutes(15));

        assertThat(pair(pin.pin())).isEmpty();
    }

    @Test
    void of_two_devices_that_know_the_pin_at_the_same_moment_one_becomes_the_till_and_the_other_is_told_no()
            throws Exception {
        List<Optional<PairTill.Paired>> answers = Together.run(2, () -> pair(pin.pin()));

        assertThat(answers.stream().filter(Optional::isPresent)).hasSize(1);
    }

    private Optional<PairTill.Paired> pair(String tried) {
        return store.in(() -> pairing.pair(tried, "journal", "test"));
    }

    private String wrong() {
        String right = pin.pin();
        char last = right.charAt(right.length() - 1);
        return right.substring(0, right.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
    }

    private int wrongTries() {
        Object tries = store.in(() -> store.entities()
                .createNativeQuery("select wrong_tries from pos.pairing where till_id = :till")
                .setParameter("till", pin.till().value())
                .getSingleResult());
        return ((Number) tries).intValue();
    }
}
