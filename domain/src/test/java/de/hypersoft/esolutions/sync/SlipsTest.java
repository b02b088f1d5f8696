package de.hypersoft.esolutions.sync;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.io.StringReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Slips of whoever writes a catalogue, that would be sold without a word. */
@OnBothDatabases
class SlipsTest {

    private static final Actor TILL = Actor.till("1", "Kasse 1");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final CatalogIntake intake;
    private final Location location;

    SlipsTest(Store store) {
        this.store = store;
        this.intake = new SyncParts(store, clock).intake;
        this.location = TestLocations.open(store, clock.instant());
    }

    @Test
    void a_changed_catalogue_under_a_version_that_was_loaded_is_not_said_to_be_loaded() {
        full(json("v1", article("101", "")));

        assertThatThrownBy(() -> full(json("v1", article("101", "\"sort\":7"))))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("version-taken"));
        assertThat(full(json("v1", article("101", ""))).state()).isEqualTo(LoadReport.State.PUBLISHED);
        full(json("v2", article("101", "\"sort\":7")));
        assertThat(full(json("v1", article("101", ""))).state()).isEqualTo(LoadReport.State.PUBLISHED);
    }

    @Test
    void a_changed_catalogue_under_an_older_version_is_not_dropped_in_silence() {
        full(json("v1", article("101", "")));
        full(json("v2", article("101", "\"sort\":7")));
        full(json("v3", article("101", "\"sort\":8")));

        assertThatThrownBy(() -> full(json("v2", article("101", "\"sort\":9"))))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("version-taken"));
        assertThat(full(json("v2", article("101", "\"sort\":7"))).state()).isEqualTo(LoadReport.State.SUPERSEDED);
    }

    @Test
    void L24_an_age_or_a_deposit_that_is_misspelt_does_not_put_the_dish_on_sale_without_it() {
        LoadReport report = full(json(
                "v1",
                article("101", "\"calories\":900"),
                article("505", "\"minimum_age\":18"),
                article("501", "\"Deposit\":\"CAN\""),
                article("503", "\"alergens\":[\"A\"]")));

        assertThat(report.refused())
                .extracting(CatalogFinding::id, CatalogFinding::code)
                .containsExactlyInAnyOrder(
                        tuple("505", "misspelt-member"),
                        tuple("501", "misspelt-member"),
                        tuple("503", "misspelt-member"));
        assertThat(report.refused())
                .anySatisfy(finding -> assertThat(finding.detail()).contains("minimumAge"));
    }

    @Test
    void a_dish_in_two_categories_under_one_id_is_sold_once_and_the_report_says_how_to_write_it() {
        String plain = article("101", "");
        String first = plain.replaceFirst("\"category\":\"[^\"]*\"", "\"category\":\"food\"");
        String again = first.replace("\"category\":\"food\"", "\"category\":\"drinks\",\"sort\":7");
        assertThat(again).isNotEqualTo(first);

        LoadReport report = full(json("v1", first, again, article("102", "")));

        assertThat(report.refused()).isEmpty();
        assertThat(report.articles()).isEqualTo(2);
        assertThat(report.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("taken-once");
            assertThat(note.id()).isEqualTo("101");
            assertThat(note.name()).isNotBlank();
            assertThat(note.detail()).contains("2 times", "food, drinks", "id of its own");
        });
    }

    @Test
    void members_that_nobody_reads_are_listed_once_by_where_they_stand() {
        LoadReport report = full(json(
                        "v1",
                        article("101", "\"calories\":900,\"content\":{\"amount\":500,\"unit\":\"ml\",\"bottle\":true}"),
                        article("102", "\"calories\":700,\"nutrition\":{\"fat\":12}"))
                .replaceFirst("\\{", "{\"tags\":[{\"id\":1}],"));

        assertThat(report.refused()).isEmpty();
        assertThat(report.notes())
                .filteredOn(note -> note.code().equals("left-out"))
                .extracting(CatalogFinding::id)
                .containsExactly("tags", "articles.calories", "articles.content.bottle", "articles.nutrition");
    }

    @Test
    void a_note_on_a_category_is_listed_as_left_out_and_the_category_stays() {
        LoadReport report =
                full(json("v1", article("101", "")).replaceFirst("\"sort\":10", "\"sort\":10,\"note\":\"bis 15 Uhr\""));

        assertThat(report.refused()).isEmpty();
        assertThat(report.notes())
                .filteredOn(note -> note.code().equals("left-out"))
                .extracting(CatalogFinding::id)
                .containsExactly("categories.note");
    }

    private LoadReport full(String json) {
        clock.advance(Duration.ofSeconds(1));
        CatalogText.Result read = CatalogText.read(new StringReader(json));
        SyncRuns.Load load = new SyncRuns.Load(location.tenant(), location.id(), SyncRun.Kind.FULL, TILL);
        return store.in(() -> intake.take(load, read));
    }
}
