package de.hypersoft.esolutions.tenancy.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ManageDeliveryTest {

    private static final Actor MIA = Actor.user("7", "Mia");
    private static final Currency EURO = Currency.getInstance("EUR");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final Locations locations;
    private final Audit audit;
    private final ManageDelivery delivery;
    private final Location location;
    private final Scope scope;

    ManageDeliveryTest(Store store) {
        this.store = store;
        this.locations = new Locations(store.entities());
        this.audit = new Audit(store.entities(), clock);
        this.delivery = new ManageDelivery(locations, new Tenants(store.entities()), audit, new Told<Changed>());
        this.location = TestLocations.open(store, clock.instant());
        this.scope = Scope.all(location.tenant());
    }

    @Test
    void postcodes_with_the_same_terms_stand_together_and_guests_there_can_order() {
        put(List.of(), area("20.00", "3.90", null, "10969", "10243"));
        put(List.of(), area("15.00", "0.00", "35.00", "10117", " 10115 ", "10117"));

        assertThat(areas())
                .extracting(DeliveryArea::postcodes)
                .containsExactly(List.of("10115", "10117"), List.of("10243", "10969"));
        assertThat(delivers("10115")).isTrue();
        assertThat(delivers("10999")).isFalse();
    }

    @Test
    void what_is_driven_further_takes_longer_and_else_the_location_says_how_long() {
        put(List.of(), within(45, "10969"));
        put(List.of(), within(null, "10115"));

        assertThat(areas())
                .extracting(DeliveryArea::postcodes, DeliveryArea::leadMinutes)
                .containsExactlyInAnyOrder(tuple(List.of("10115"), null), tuple(List.of("10969"), 45));
        refused("leadMinutes", "out-of-range", () -> within(241, "10115"));
        refused("leadMinutes", "out-of-range", () -> within(-1, "10115"));
    }

    @Test
    void an_area_without_a_postcode_it_had_is_no_longer_delivered_there_and_one_from_elsewhere_moves() {
        put(List.of(), area("15.00", "2.50", null, "10115", "10117"));
        put(List.of(), area("20.00", "3.90", null, "10243"));

        put(List.of("10115", "10117"), area("18.00", "2.00", null, "10115", "10243"));

        assertThat(delivers("10117")).isFalse();
        assertThat(areas()).singleElement().satisfies(area -> {
            assertThat(area.postcodes()).containsExactly("10115", "10243");
            assertThat(area.minimum()).isEqualTo(money("18.00"));
        });
    }

    @Test
    void two_spellings_of_one_postcode_are_one_zone_and_the_last_one_written_is_shown() {
        put(List.of(), area("15.00", "2.50", null, "10115", "D-10115"));
        put(List.of(), area("20.00", "3.90", null, "d-10115", "\uff11\uff10\uff12\uff14\uff13"));

        assertThat(areas()).singleElement().satisfies(area -> {
            assertThat(area.postcodes()).containsExactly("10243", "D-10115");
            assertThat(area.minimum()).isEqualTo(money("20.00"));
        });
        assertThat(delivers("10115")).isTrue();
        put(List.of("10115", "10243"), area("20.00", "3.90", null, "10243"));
        assertThat(delivers("D-10115")).isFalse();
    }

    @Test
    void a_removed_area_is_handed_back_and_can_be_set_again() {
        DeliveryArea before = area("15.00", "2.50", "35.00", "10115", "10117");
        put(List.of(), before);

        List<DeliveryArea> removed =
                store.in(() -> delivery.remove(scope, MIA, location.id(), List.of("10115", "10117")));

        assertThat(removed).containsExactly(before);
        assertThat(areas()).isEmpty();
        put(List.of(), removed.get(0));
        assertThat(areas()).containsExactly(before);
        assertThat(store.in(() -> delivery.remove(scope, MIA, location.id(), List.of("99999"))))
                .isEmpty();
        assertThat(areas()).containsExactly(before);
    }

    @Test
    void who_changed_an_area_stands_in_the_audit_log() {
        put(List.of(), area("15.00", "2.50", "35.00", "10115"));

        assertThat(store.in(() -> audit.newest(location.tenant().value(), 0, 1)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.action()).isEqualTo("delivery-set");
                    assertThat(line.actor()).isEqualTo("Mia");
                    assertThat(line.detail()).isEqualTo("10115: 15.00 / 2.50 / 35.00");
                });
    }

    @Test
    void what_cannot_be_right_is_refused_at_its_field_and_nothing_changes() {
        refused("postcodes", "required", () -> area("1.00", "1.00", null, " "));
        refused("minimum", "out-of-range", () -> area("-1.00", "1.00", null, "10115"));
        refused("fee", "out-of-range", () -> area("1.00", "-0.01", null, "10115"));
        refused("fee", "out-of-range", () -> area("1.00", "1000.01", null, "10115"));
        refused("freeFrom", "free-below-minimum", () -> area("20.00", "2.00", "19.99", "10115"));
        refused("postcodes", "invalid-postcode", () -> put(List.of(), area("1.00", "1.00", null, "1011")));
        refused("postcodes", "invalid-postcode", () -> put(List.of(), area("1.00", "1.00", null, "10115", "1O117")));
        assertThat(areas()).isEmpty();
    }

    @Test
    void T49_another_tenants_location_and_one_outside_the_scope_are_not_found() {
        DeliveryArea area = area("15.00", "2.50", null, "10115");
        Scope stranger = Scope.all(TestLocations.open(store, clock.instant()).tenant());
        Scope elsewhere = Scope.only(location.tenant(), Set.of());

        for (Scope other : List.of(stranger, elsewhere)) {
            assertThatThrownBy(() -> store.run(() -> delivery.put(other, MIA, location.id(), List.of(), area)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> store.in(() -> delivery.remove(other, MIA, location.id(), List.of("10115"))))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> store.in(() -> delivery.areas(other, location.id())))
                    .isInstanceOf(NotFound.class);
        }
    }

    private static void refused(String field, String code, Runnable change) {
        assertThatThrownBy(change::run).isInstanceOfSatisfying(Invalid.class, e -> {
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.code()).isEqualTo(code);
        });
    }

    private void put(List<String> former, DeliveryArea area) {
        store.run(() -> delivery.put(scope, MIA, location.id(), former, area));
    }

    private List<DeliveryArea> areas() {
        return store.in(() -> delivery.areas(scope, location.id()));
    }

    private boolean delivers(String postcode) {
        return Postcode.of(postcode, location.country())
                .among(store.in(() -> locations.zones(location.id(), EURO)))
                .isPresent();
    }

    private static DeliveryArea area(String minimum, String fee, @Nullable String freeFrom, String... postcodes) {
        return new DeliveryArea(
                List.of(postcodes), money(minimum), money(fee), freeFrom == null ? null : money(freeFrom), null);
    }

    private static DeliveryArea within(@Nullable Integer minutes, String... postcodes) {
        return new DeliveryArea(List.of(postcodes), money("15.00"), money("2.50"), null, minutes);
    }

    private static Money money(String decimal) {
        return Money.parse(decimal, EURO);
    }
}
