package de.hypersoft.esolutions.sync;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.json;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.stage.MovedLocation;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.io.StringReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A version that a till sends once more, after something has happened to it or to its location in between. */
@OnBothDatabases
class SentAgainTest {

    private static final String FIRST = json("v1", article("101", ""));
    private static final String CHANGED = json("v1", article("101", "\"sort\":7"));
    private static final String ADDING = increment(article("102", ""));

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final SyncParts parts;
    private final Location location;

    SentAgainTest(Store store) {
        this.store = store;
        this.parts = new SyncParts(store, clock);
        this.location = TestLocations.open(store, clock.instant());
        load(SyncRun.Kind.FULL, FIRST);
    }

    @Test
    void a_catalogue_that_was_checked_again_is_still_known_by_its_content() {
        recheck();

        assertThat(Refusals.code(() -> load(SyncRun.Kind.FULL, CHANGED))).isEqualTo("version-taken");
        load(SyncRun.Kind.FULL, json("v2", article("101", "\"sort\":7")));
        assertThat(Refusals.code(() -> load(SyncRun.Kind.FULL, CHANGED)))
                .as("it is no longer what was received last")
                .isEqualTo("version-taken");
        assertThat(load(SyncRun.Kind.FULL, FIRST).kind()).isEqualTo(SyncRun.Kind.RECHECK);
    }

    @Test
    void an_increment_whose_result_was_checked_again_is_still_known_by_its_content() {
        load(SyncRun.Kind.INCREMENT, ADDING);
        recheck();

        assertThat(Refusals.code(() -> load(SyncRun.Kind.INCREMENT, increment(article("103", "")))))
                .isEqualTo("version-taken");
        assertThat(load(SyncRun.Kind.INCREMENT, ADDING).version()).isEqualTo("v2");
    }

    @Test
    void a_load_from_before_its_content_was_kept_is_compared_with_what_was_received_last() {
        forgetContents();

        assertThat(Refusals.code(() -> load(SyncRun.Kind.FULL, CHANGED))).isEqualTo("version-taken");
        assertThat(load(SyncRun.Kind.FULL, FIRST).state()).isEqualTo(LoadReport.State.PUBLISHED);
    }

    @Test
    void an_increment_from_before_its_content_was_kept_is_harmless_when_it_comes_again() {
        LoadReport first = load(SyncRun.Kind.INCREMENT, ADDING);
        forgetContents();

        assertThat(load(SyncRun.Kind.INCREMENT, ADDING)).isEqualTo(first);
    }

    @Test
    void T13_a_location_in_a_country_of_another_currency_takes_nothing_more() {
        MovedLocation.to("CH", location.cutoff(), location, store);

        Refusal refused = Refusals.of(() -> load(SyncRun.Kind.FULL, json("v2", article("102", ""))));

        assertThat(refused.code()).isEqualTo("currency-of-country");
        assertThat(refused.parameters()).containsEntry("expected", "CHF").containsEntry("currency", "EUR");
        assertThat(store.in(() -> parts.sync.pending(location.id()))).isEmpty();
    }

    private static String increment(String dish) {
        return "{\"version\":\"v2\",\"baseVersion\":\"v1\",\"currency\":\"EUR\",\"articles\":[" + dish + "]}";
    }

    private LoadReport load(SyncRun.Kind kind, String catalogue) {
        clock.advance(Duration.ofSeconds(1));
        SyncRuns.Load load = new SyncRuns.Load(location.tenant(), location.id(), kind, Actor.till("1", "Kasse 1"));
        CatalogText.Result read = CatalogText.read(new StringReader(catalogue));
        return store.in(() -> parts.intake.take(load, read));
    }

    private void recheck() {
        store.run(() -> parts.mapping.recheck(location.tenant(), location.id(), Actor.user("7", "Mia")));
    }

    private void forgetContents() {
        store.run(() -> store.entities()
                .createNativeQuery("update sync.sync_run set content_hash = null where location_id = :location")
                .setParameter("location", location.id().value())
                .executeUpdate());
    }
}
