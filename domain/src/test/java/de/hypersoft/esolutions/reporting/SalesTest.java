package de.hypersoft.esolutions.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a report says is what all the orders say. */
@OnBothDatabases
class SalesTest {

    private static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");
    private static final LocalDate FIRST = LocalDate.parse("2026-11-03");
    private static final LocalDate LAST = LocalDate.parse("2026-11-12");

    private final Store store;
    private final SoldOrders orders;
    private final Reports reports;

    SalesTest(Store store) {
        this.store = store;
        this.orders = new SoldOrders(store);
        this.reports = new Reports(store);
    }

    @Test
    void every_report_says_what_adding_up_all_orders_says_whatever_was_cancelled_and_however_often_it_was_told() {
        Random chance = new Random(12);
        Location here = orders.brand();
        Location there = orders.sister(here);
        List<SoldOrders.Sold> all = new ArrayList<>();
        Map<SoldOrders.Sold, OrderStatus> ended = new HashMap<>();
        for (int i = 0; i < 240; i++) {
            Instant at = BEGIN.plusSeconds(chance.nextInt(12 * 86_400));
            all.add(orders.any(chance.nextBoolean() ? here : there, at, chance));
        }
        for (SoldOrders.Sold order : all) {
            if (chance.nextInt(6) == 0) cancel(order, ended, chance); // before it is counted at all
            if (chance.nextInt(3) == 0) reports.tell(List.of(order, all.get(chance.nextInt(all.size()))));
            if (chance.nextInt(12) == 0) cancel(order, ended, chance);
        }
        reports.tell(all);

        NaiveSales naive = new NaiveSales(all, ended);
        assertThat(ended).hasSizeGreaterThan(20);
        for (Dimension dimension : Dimension.values()) {
            assertThat(reports.by(dimension, Scope.all(here.tenant()), FIRST, LAST))
                    .as(dimension.name())
                    .hasSizeGreaterThan(1)
                    .isEqualTo(naive.by(dimension, Set.of(here, there), FIRST, LAST));
            assertThat(reports.by(dimension, only(there.id(), here), FIRST, LAST))
                    .as(dimension + " of one location")
                    .isEqualTo(naive.by(dimension, Set.of(there), FIRST, LAST));
        }
        assertThat(reports.lost(Scope.all(here.tenant()), FIRST, LAST))
                .isNotEmpty()
                .isEqualTo(naive.lost(Set.of(here, there), FIRST, LAST));
        Sum sold = store.in(() -> reports.reading().sold(Scope.all(here.tenant()), new ReadSales.Days(FIRST, LAST)));
        assertThat(sold.net() + sold.tax()).isEqualTo(sold.gross());
        assertThat(sold)
                .isEqualTo(naive.by(Dimension.DAY, Set.of(here, there), FIRST, LAST).values().stream()
                        .reduce(Sum.NONE, Sum::plus));
    }

    @Test
    void nobody_sees_what_another_location_or_another_brand_sold() {
        Location here = orders.brand();
        Location there = orders.sister(here);
        Location foreign = orders.brand();
        reports.tell(List.of(orders.one(here, Instant.parse("2026-11-05T12:00:00Z"), "Pizza", "a@linde.example")));

        for (Dimension dimension : Dimension.values()) {
            assertThat(reports.by(dimension, only(there.id(), here), FIRST, LAST))
                    .isEmpty();
            assertThat(reports.by(dimension, Scope.only(here.tenant(), Set.of()), FIRST, LAST))
                    .isEmpty();
            assertThat(reports.by(dimension, Scope.all(foreign.tenant()), FIRST, LAST))
                    .isEmpty();
            assertThat(reports.by(dimension, only(here.id(), foreign), FIRST, LAST))
                    .isEmpty();
        }
    }

    @Test
    void an_order_after_midnight_belongs_to_the_business_day_before() {
        Location here = orders.brand(); // its day begins at six
        reports.tell(List.of(orders.one(here, Instant.parse("2026-11-06T01:30:00Z"), "Pizza", "a@linde.example")));

        assertThat(reports.by(Dimension.DAY, Scope.all(here.tenant()), FIRST, LAST))
                .containsOnlyKeys("2026-11-05");
        assertThat(reports.by(Dimension.WEEKDAY, Scope.all(here.tenant()), FIRST, LAST))
                .containsOnlyKeys("4");
        assertThat(reports.by(Dimension.HOUR, Scope.all(here.tenant()), FIRST, LAST))
                .containsOnlyKeys("02");
    }

    @Test
    void a_dish_that_was_renamed_is_one_dish_under_its_newest_name() {
        Location here = orders.brand();
        reports.tell(List.of(
                orders.one(here, Instant.parse("2026-11-05T12:00:00Z"), "Zunge", "a@linde.example"),
                orders.one(here, Instant.parse("2026-11-07T12:00:00Z"), "Aal", "a@linde.example"),
                orders.one(here, Instant.parse("2026-11-06T12:00:00Z"), "Zander", "a@linde.example")));

        List<ReadSales.Row> dishes = store.in(
                () -> reports.reading().by(Dimension.DISH, Scope.all(here.tenant()), new ReadSales.Days(FIRST, LAST)));

        assertThat(dishes).singleElement().satisfies(dish -> {
            assertThat(dish.label()).isEqualTo("Aal");
            assertThat(dish.sum().pieces()).isEqualTo(6);
            assertThat(dish.sum().orders()).isEqualTo(3);
        });
    }

    @Test
    void names_of_any_length_and_sign_are_counted() {
        Location here = orders.brand();
        String name = "x".repeat(299) + "🍕" + "ü".repeat(500);
        reports.tell(List.of(orders.one(here, Instant.parse("2026-11-05T12:00:00Z"), name, "a@linde.example")));

        List<ReadSales.Row> dishes = store.in(
                () -> reports.reading().by(Dimension.DISH, Scope.all(here.tenant()), new ReadSales.Days(FIRST, LAST)));

        assertThat(dishes).singleElement().satisfies(dish -> assertThat(dish.label())
                .isEqualTo("x".repeat(299)));
    }

    private void cancel(SoldOrders.Sold order, Map<SoldOrders.Sold, OrderStatus> ended, Random chance) {
        OrderStatus status =
                ended.containsKey(order) || chance.nextBoolean() ? OrderStatus.CANCELLED : OrderStatus.REJECTED;
        orders.end(order, status);
        ended.put(order, status);
        store.run(() -> reports.ended().on(order.advanced(status)));
    }

    private static Scope only(LocationId location, Location ofBrand) {
        return Scope.only(ofBrand.tenant(), Set.of(location));
    }
}
