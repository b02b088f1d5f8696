package de.hypersoft.esolutions.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class GuestDataTermsTest {

    private static final Actor MARIA = Actor.user("1", "Maria");
    private static final Instant PROMISED = Instant.parse("2026-11-22T18:00:00Z");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Location location;
    private final SetGuestDataTerms guestData;

    GuestDataTermsTest(Store store) {
        this.store = store;
        this.location = TestLocations.open(store, clock.instant());
        this.guestData = new SetGuestDataTerms(new Tenants(store.entities()), new Audit(store.entities(), clock));
    }

    @Test
    void a_brand_that_chose_nothing_keeps_guests_for_90_days_and_links_for_30() {
        GuestDataTerms terms = store.in(() -> guestData.terms(location.tenant()));

        assertThat(terms.dataDays()).isEqualTo(90);
        assertThat(terms.linkDays()).isEqualTo(30);
    }

    @Test
    void what_a_brand_chose_is_kept_and_in_the_log() {
        store.run(() -> guestData.set(Scope.all(location.tenant()), MARIA, 3_650, 1));

        assertThat(store.in(() -> guestData.terms(location.tenant())).dataDays())
                .isEqualTo(3_650);
        assertThat(store.in(() -> new Audit(store.entities(), clock)
                        .newest(location.tenant().value(), 0, 1)))
                .singleElement()
                .satisfies(line -> assertThat(line.detail()).isEqualTo("data 3650 days, links 1 days"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3_651, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void a_term_that_forgets_at_once_or_never_is_refused(int days) {
        Scope all = Scope.all(location.tenant());

        assertThatThrownBy(() -> store.run(() -> guestData.set(all, MARIA, days, 30)))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.field()).isEqualTo("dataDays"));
        assertThatThrownBy(() -> store.run(() -> guestData.set(all, MARIA, 90, days)))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.field()).isEqualTo("linkDays"));
        assertThat(store.in(() -> guestData.terms(location.tenant())).dataDays())
                .isEqualTo(90);
    }

    @Test
    void who_is_there_for_one_location_does_not_choose_for_the_guests_of_all() {
        Scope one = Scope.only(location.tenant(), Set.of(location.id()));

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> store.run(() -> guestData.set(one, MARIA, 1, 1)));
    }

    @Test
    void a_link_shows_less_after_a_day_and_ends_with_its_term_or_with_the_data() {
        GuestDataTerms terms = new GuestDataTerms(90, 30);

        assertThat(link(terms, Duration.ofDays(-2))).isEqualTo(GuestDataTerms.Link.WHOLE);
        assertThat(link(terms, Duration.ofHours(23))).isEqualTo(GuestDataTerms.Link.WHOLE);
        assertThat(link(terms, Duration.ofDays(1))).isEqualTo(GuestDataTerms.Link.LESS);
        assertThat(link(terms, Duration.ofDays(30).minusSeconds(1))).isEqualTo(GuestDataTerms.Link.LESS);
        assertThat(link(terms, Duration.ofDays(30))).isEqualTo(GuestDataTerms.Link.ENDED);
        assertThat(link(new GuestDataTerms(7, 30), Duration.ofDays(7))).isEqualTo(GuestDataTerms.Link.ENDED);
        assertThat(link(new GuestDataTerms(1, 30), Duration.ofDays(1))).isEqualTo(GuestDataTerms.Link.ENDED);
    }

    private static GuestDataTerms.Link link(GuestDataTerms terms, Duration after) {
        return terms.link(PROMISED, PROMISED.plus(after));
    }
}
