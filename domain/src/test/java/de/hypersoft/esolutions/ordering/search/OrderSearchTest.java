package de.hypersoft.esolutions.ordering.search;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.number.OrderNumbers;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which orders somebody at the phone finds, who reads every order, and who asks an index. */
@OnBothDatabases
class OrderSearchTest {

    private static final int THIS_YEAR = 2026;
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    private final Store store;
    private final Location location;

    OrderSearchTest(Store store) {
        this.store = store;
        this.location = WaitingOrder.at(store, NOW, null);
    }

    @Test
    void one_digit_is_a_whole_number_of_any_year_up_to_the_next() {
        for (int year : new int[] {2019, 2020, 2026, 2027, 2028}) order(OrderNumbers.written(year, "7"), "Anna", "1");
        order("2026-000017", "Anna", "1");

        for (String said : List.of("7", "#7", "07", "Nr. 7", "Bestellung 7", "order no 7"))
            assertThat(List.of(found(said), foundByIndex(said)))
                    .as(said)
                    .containsOnly(Set.of("2020-000007", "2026-000007", "2027-000007"));
    }

    @Test
    void a_number_is_found_with_its_year_and_dash_or_without_up_to_nine_digits() {
        order("2026-000007", "Anna", "1");
        order("2026-123456789", "Anna", "1");

        for (String said : List.of("2026-7", "20267", "2026 000007", "2026/07"))
            assertThat(List.of(found(said), foundByIndex(said))).as(said).containsOnly(Set.of("2026-000007"));
        for (String said : List.of("123456789", "2026123456789", "2026-123456789"))
            assertThat(List.of(found(said), foundByIndex(said))).as(said).containsOnly(Set.of("2026-123456789"));
        for (String said : List.of("2026", "1234567890", "20261234567890", "2026-0", "0"))
            assertThat(List.of(found(said), foundByIndex(said))).as(said).containsOnly(Set.of());
    }

    @Test
    void the_last_three_digits_name_an_order_and_two_would_name_half_of_them() {
        order("2026-004123", "Anna", "1");

        assertThat(found("123")).containsExactly("2026-004123");
        assertThat(found("4123")).containsExactly("2026-004123");
        assertThat(found("23")).isEmpty();
    }

    @Test
    void a_phone_is_found_by_its_last_four_digits_and_in_its_middle_by_five() {
        order("2026-000001", "Anna", "+49 171 5556812");

        for (String said : List.of("6812", "56812", "0171 5556812", "Tel. 0171/5556812", "+49 (0)171 5556812"))
            assertThat(List.of(found(said), foundByIndex(said))).as(said).containsOnly(Set.of("2026-000001"));
        for (String said : List.of("812", "7155", "0171 5556813"))
            assertThat(found(said)).as(said).isEmpty();
        assertThat(found("71555")).containsExactly("2026-000001");
        assertThat(foundByIndex("71555")).as("no index knows the middle").isEmpty();
    }

    @Test
    void a_name_is_found_by_the_beginnings_of_its_words_and_within_a_word_by_five_letters() {
        order("2026-000001", "Anna Kornfelder", "1");
        order("2026-000002", "Seán O’Brien", "1");

        for (String said : List.of("anna", "Kornfelder anna", "KORN", "annakorn", "an korn", "kör"))
            assertThat(List.of(found(said), foundByIndex(said))).as(said).containsOnly(Set.of("2026-000001"));
        for (String said : List.of("sean", "o'brien", "o brien", "Obri"))
            assertThat(List.of(found(said), foundByIndex(said))).as(said).containsOnly(Set.of("2026-000002"));
        assertThat(found("felde")).containsExactly("2026-000001");
        for (String said : List.of("feld", "Anna O'Brien", "Annabell"))
            assertThat(found(said)).as(said).isEmpty();
    }

    @Test
    void a_single_letter_is_asked_of_no_index_for_a_tenth_of_all_guests_begin_with_it() {
        assertThat(OrderSearch.of("A", THIS_YEAR).ways())
                .extracting(OrderSearch.Way::condition)
                .containsExactly("o.number in :wayNumbers");
    }

    @Test
    void a_name_beside_a_number_is_that_guests_order_and_a_word_for_a_number_may_be_a_name() {
        order("2026-000007", "Anna Kornfelder", "1");
        order("2025-000007", "Nora Order", "1");

        assertThat(List.of(found("Kornfelder 7"), foundByIndex("7 Kornfelder"))).containsOnly(Set.of("2026-000007"));
        assertThat(List.of(found("Order"), foundByIndex("order"))).containsOnly(Set.of("2025-000007"));
        assertThat(found("Order 7")).containsExactlyInAnyOrder("2025-000007", "2026-000007");
        assertThat(found("Kornfelder 8")).isEmpty();
    }

    @Test
    void signs_alone_find_nothing_and_nothing_typed_looks_for_nothing() {
        order("2026-000007", "Anna", "1");

        for (String said : List.of("?", "%", "_", "…")) {
            assertThat(OrderSearch.of(said, THIS_YEAR).isEmpty()).as(said).isFalse();
            assertThat(List.of(found(said), foundByIndex(said))).as(said).containsOnly(Set.of());
        }
        for (String said : List.of("", "  "))
            assertThat(OrderSearch.of(said, THIS_YEAR).isEmpty()).isTrue();
    }

    @Test
    void eighty_characters_are_looked_for_and_more_are_refused() {
        assertThat(found("a".repeat(80))).isEmpty();
        assertThat(found("1".repeat(80))).isEmpty();
        assertThat(Refusals.code(() -> OrderSearch.of("a".repeat(81), THIS_YEAR)))
                .isEqualTo("too-long");
    }

    private void order(String number, String name, String phone) {
        UUID id = WaitingOrder.in(location, store, NOW, number);
        SearchKeys keys = SearchKeys.of(name, phone);
        store.run(() -> store.entities()
                .createNativeQuery("update ordering.customer_order set search_words = :words, search_first = :first,"
                        + " search_last = :last, search_phone = :phone where id = :id")
                .setParameter("words", keys.words())
                .setParameter("first", keys.first())
                .setParameter("last", keys.last())
                .setParameter("phone", keys.phone())
                .setParameter("id", id)
                .executeUpdate());
    }

    private Set<String> found(String said) {
        Map<String, Object> parameters = new HashMap<>();
        return numbers(OrderSearch.of(said, THIS_YEAR).condition(parameters), parameters);
    }

    /** By all ways together, as the list of orders that are done with searches. */
    private Set<String> foundByIndex(String said) {
        OrderSearch search = OrderSearch.of(said, THIS_YEAR);
        Set<String> found = new TreeSet<>();
        for (OrderSearch.Way way : search.ways()) {
            Map<String, Object> parameters = new HashMap<>(way.parameters());
            found.addAll(numbers(search.condition(parameters) + " and " + way.condition(), parameters));
        }
        return found;
    }

    private Set<String> numbers(String condition, Map<String, Object> parameters) {
        return store.in(() -> {
            var query = store.entities()
                    .createQuery("select o.number from Order o where o.tenant = :tenant and " + condition, String.class)
                    .setParameter("tenant", location.tenant().value());
            parameters.forEach(query::setParameter);
            return new TreeSet<>(query.getResultList());
        });
    }
}
