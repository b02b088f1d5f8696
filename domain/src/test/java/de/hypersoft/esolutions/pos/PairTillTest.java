package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Branches;
import de.hypersoft.esolutions.kernel.Actor;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.testing.Together;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Six digits are no secret for long: the few tries are what keeps them. */
@OnBothDatabases
class PairTillTest {

    private final Store store;
    private final PairTill pairing;
    private final TillDesk.Pin pin;

    PairTillTest(Store store) {
        HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
        this.store = store;
        this.pairing = TillDesks.pairing(store, clock);
        Location location = Branches.open(store, clock.instant());
        this.pin = store.in(() -> TillDesks.desk(store, clock)
                .add(
                        Scope.all(location.tenant()),
                        Actor.user("1", "Maria"),
                        location.id(),
                        "Kasse",
                        Till.Kind.CONTROL_TILL));
    }

    @Test
    void each_of_several_wrong_pins_tried_at_the_same_moment_counts() throws Exception {
        Together.run(4, () -> pair(wrong()));

        assertThat(wrongTries()).isEqualTo(4);
        pair(wrong());
        assertThat(pair(pin.pin())).as("the right PIN after five wrong ones").isEmpty();
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
