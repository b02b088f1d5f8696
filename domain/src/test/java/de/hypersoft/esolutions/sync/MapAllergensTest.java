package de.hypersoft.esolutions.sync;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class MapAllergensTest {

    private static final Actor MIA = Actor.user("7", "Mia");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final SyncParts parts;
    private final Location location;

    MapAllergensTest(Store store) {
        this.store = store;
        this.parts = new SyncParts(store, clock);
        this.location = TestLocations.open(store, clock.instant());
    }

    @Test
    void a_word_is_unknown_until_a_manager_has_said_once_what_it_means() {
        LoadReport first = load("v1", article("1", ""), article("2", "\"allergens\":[\"L\",\"Scharf\"]"));
        assertThat(first.refused())
                .extracting(CatalogFinding::code)
                .containsExactly("ambiguous-allergen", "unknown-allergen");
        assertThat(board().unknown()).extracting(MapAllergens.Unknown::word).containsExactlyInAnyOrder("L", "Scharf");
        assertThat(board().unknown().get(0).dishes()).containsExactly("Artikel 2");

        say(Map.of("L", "CELERY", "Scharf", MapAllergens.NONE));

        assertThat(board().unknown()).isEmpty();
        assertThat(board().known())
                .extracting(MapAllergens.Known::word, MapAllergens.Known::code)
                .contains(tuple("l", "CELERY"));
        LoadReport second = load("v2", article("2", "\"allergens\":[\"l\",\"Scharf.\",\"SCHARF\"]"));
        assertThat(second.refused()).isEmpty();
        assertThat(store.in(() -> parts.versions.shownMenu(location.id()).orElseThrow())
                        .article("2")
                        .orElseThrow()
                        .allergens())
                .containsExactly("CELERY");
    }

    @Test
    void the_data_already_here_are_checked_again_without_the_till() {
        load("v1", article("1", ""), article("2", "\"allergens\":[\"L\"]"), "{\"id\":\"3\"}");
        store.run(() -> parts.publishing.publish(location.id(), MIA));
        say(Map.of("L", "CELERY"));

        LoadReport again = store.in(() -> parts.mapping.recheck(location.tenant(), location.id(), MIA));

        assertThat(again.version()).isEqualTo("v1");
        assertThat(again.refused()).extracting(CatalogFinding::id).containsExactly("3");
        assertThat(store.in(() -> parts.sync.report(location.tenant(), location.id(), "v1"))
                        .kind())
                .isEqualTo(SyncRun.Kind.RECHECK);
        assertThat(load("v1", article("1", ""), article("2", "\"allergens\":[\"L\"]"), "{\"id\":\"3\"}")
                        .kind())
                .isEqualTo(SyncRun.Kind.RECHECK);
    }

    @Test
    void where_no_till_has_sent_anything_there_is_nothing_to_check() {
        assertThatThrownBy(() -> store.in(() -> parts.mapping.recheck(location.tenant(), location.id(), MIA)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void said_again_it_means_the_new_and_forgotten_it_is_unknown_again() {
        load("v1", article("1", ""), article("2", "\"allergens\":[\"L\"]"));
        say(Map.of("L", "CELERY"));
        say(Map.of("l", "SULPHITES"));
        assertThat(board().known()).extracting(MapAllergens.Known::code).containsExactly("SULPHITES");

        say(Map.of("L", MapAllergens.FORGET));

        assertThat(board().known()).isEmpty();
        assertThat(board().unknown()).hasSize(1);
    }

    @Test
    void it_is_written_down_who_said_what() {
        say(Map.of("L", "CELERY"));

        assertThat(store.in(() -> new Audit(store.entities(), clock)
                        .newest(location.tenant().value(), 0, 1)))
                .singleElement()
                .satisfies(line -> assertThat(line.toString()).contains("Mia", "allergen-word", "l → CELERY"));
    }

    @Test
    void a_wrong_code_keeps_nothing_and_a_foreign_location_is_not_found() {
        assertThatThrownBy(() -> say(Map.of("L", "GLUTTEN")))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo("unknown-allergen"));
        assertThat(board().known()).isEmpty();
        Location other = TestLocations.open(store, clock.instant());
        assertThatThrownBy(() -> store.in(() -> parts.mapping.board(other.tenant(), location.id())))
                .isInstanceOf(NotFound.class);
    }

    private MapAllergens.Board board() {
        return store.in(() -> parts.mapping.board(location.tenant(), location.id()));
    }

    private void say(Map<String, String> codes) {
        store.run(() -> parts.mapping.say(location.tenant(), location.id(), codes, MIA));
    }

    private LoadReport load(String version, String... articles) {
        CatalogText.Result read = CatalogText.read(new StringReader(json(version, articles)));
        return store.in(() ->
                parts.intake.take(new SyncRuns.Load(location.tenant(), location.id(), SyncRun.Kind.FULL, MIA), read));
    }
}
