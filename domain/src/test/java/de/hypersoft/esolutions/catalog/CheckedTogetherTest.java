package de.hypersoft.esolutions.catalog;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is shown at many locations is checked together, once a second. */
@OnBothDatabases
class CheckedTogetherTest extends AvailabilitiesStage {

    CheckedTogetherTest(Store store) {
        super(store);
    }

    @Test
    void ten_locations_that_are_asked_for_cost_as_many_statements_a_second_as_one() {
        List<Location> shops = shops(10);
        shops.forEach(this::at);

        clock.advance(Duration.ofSeconds(1));
        long first = statements(shops.get(0));
        long others = shops.stream().skip(1).mapToLong(this::statements).sum();

        assertThat(first).isLessThanOrEqualTo(3);
        assertThat(others).isZero();
    }

    @Test
    void a_location_that_nobody_asks_for_any_more_is_not_looked_after() {
        List<Location> shops = shops(2);
        shops.forEach(this::at);
        clock.advance(Duration.ofSeconds(2));

        at(shops.get(0));

        assertThat(statements(shops.get(1))).isEqualTo(3);
    }

    @Test
    void what_another_node_published_and_blocked_is_seen_at_each_of_them() {
        List<Location> shops = shops(3);
        shops.forEach(this::at);
        sellAt(shops.get(2), article("salad", ""));
        sell(article("soup", ""));
        at(location);
        block("soup", null);
        clock.advance(Duration.ofSeconds(1));

        at(shops.get(0));

        assertThat(at(location).blocked()).containsExactly("soup");
        assertThat(store.in(() -> availabilities.of(shops.get(2).id())).blocked())
                .isEmpty();
        assertThat(at(shops.get(1))).isEqualTo(Availability.ALL);
    }

    @Test
    void what_did_not_change_is_the_same_as_before() {
        sell(article("soup", ""));
        block("soup", null);
        Availability before = now();

        assertThat(now()).isSameAs(before);
    }

    private List<Location> shops(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> {
                    Location shop = TestLocations.open(store, clock.instant());
                    sellAt(shop, article("soup", ""));
                    return shop;
                })
                .toList();
    }

    private Availability at(Location shop) {
        return store.in(() -> availabilities.of(shop.id()));
    }

    private long statements(Location shop) {
        return store.statementsIn(() -> availabilities.of(shop.id()));
    }
}
