package de.hypersoft.esolutions.sync;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.full;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.json;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
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
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        assertThat(again.refused()).extracting(CatalogFinding::id).containsOnly("3");
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

    @Test
    void the_board_says_whether_a_till_has_sent_anything_at_all() {
        assertThat(board().anyData()).isFalse();

        load("v1", article("1", ""));

        assertThat(board().anyData()).isTrue();
        assertThat(board().unknown()).isEmpty();
    }

    @Test
    void a_word_of_an_option_is_unknown_with_the_name_of_the_option() {
        take(full(
                "v1",
                List.of(group("dip", 0, 1, option("aioli", "\"allergens\":[\"Scharf\"]"))),
                List.of(article("1", ""), article("2", "\"allergens\":[\"scharf\"],\"optionGroups\":[\"dip\"]"))));

        assertThat(board().unknown()).singleElement().satisfies(unknown -> {
            assertThat(unknown.word()).isEqualTo("scharf");
            assertThat(unknown.dishes()).containsExactly("Artikel 2", "Option aioli");
        });
    }

    @Test
    void two_hundred_words_are_said_at_once_and_of_one_more_none_is_kept() {
        assertThat(Refusals.code(() -> say(words(201)))).isEqualTo("too-many");
        assertThat(board().known()).isEmpty();

        say(words(200));

        assertThat(board().known()).hasSize(200);
    }

    private static Map<String, String> words(int many) {
        return IntStream.range(0, many)
                .boxed()
                .collect(Collectors.toMap(number -> "Wort " + number, number -> MapAllergens.NONE));
    }

    private MapAllergens.Board board() {
        return store.in(() -> parts.mapping.board(location.tenant(), location.id()));
    }

    private void say(Map<String, String> codes) {
        store.run(() -> parts.mapping.say(location.tenant(), location.id(), codes, MIA));
    }

    private LoadReport load(String version, String... articles) {
        return take(json(version, articles));
    }

    private LoadReport take(String catalogue) {
        CatalogText.Result read = CatalogText.read(new StringReader(catalogue));
        return store.in(() ->
                parts.intake.take(new SyncRuns.Load(location.tenant(), location.id(), SyncRun.Kind.FULL, MIA), read));
    }
}
