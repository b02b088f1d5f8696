package de.hypersoft.esolutions.sync;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.full;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.AllergenWords;
import de.hypersoft.esolutions.catalog.Catalogues;
import de.hypersoft.esolutions.catalog.CountingList;
import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.sync.check.CatalogCheck;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Restaurants with thousands of dishes, each with option groups of its own. */
@OnBothDatabases
class LargeCatalogTest {

    private static final int LIMIT = CatalogText.MAX_ARTICLES;

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final SyncParts parts;
    private final Location location;

    LargeCatalogTest(Store store) {
        this.store = store;
        this.parts = new SyncParts(store, clock);
        this.location = TestLocations.open(store, clock.instant());
    }

    @Test
    void an_increment_that_grows_a_catalogue_over_its_limit_is_refused_and_everything_stays_readable() {
        load(SyncRun.Kind.FULL, full("v1", List.of(), articles(1, LIMIT)));

        assertThatThrownBy(() -> increment("v2", "v1", "", article("one-more", "")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("too-many");
                    assertThat(refusal.parameters()).containsEntry("max", LIMIT);
                });

        LoadReport report = increment("v2", "v1", "\"removed\":{\"articles\":[\"1\"]},", article("instead", ""));
        assertThat(report.state()).isEqualTo(LoadReport.State.STAGED);
        assertThat(store.in(() -> parts.sync.pending(location.id())))
                .hasValueSatisfying(
                        pending -> assertThat(pending.changes().removedIds()).containsExactly("1"));
        store.run(() -> parts.publishing.publish(location.id(), Actor.SYSTEM));
        assertThat(store.in(() -> parts.versions.shownMenu(location.id()).orElseThrow())
                        .articles())
                .hasSize(LIMIT);
    }

    @Test
    void a_catalogue_has_as_many_groups_as_dishes_and_an_increment_adds_none_beyond() {
        List<String> groups = IntStream.rangeClosed(1, LIMIT)
                .mapToObj(i -> group("g" + i, 0, 1, option("o", "")))
                .toList();
        List<String> dishes = IntStream.rangeClosed(1, LIMIT)
                .mapToObj(i -> article("" + i, "\"optionGroups\":[\"g" + i + "\"]"))
                .toList();
        load(SyncRun.Kind.FULL, full("v1", groups, dishes));
        String one = "\"optionGroups\":[" + group("one-more", 0, 1, option("o", "")) + "],";
        String changed = article("1", "\"optionGroups\":[\"one-more\"]");

        assertThatThrownBy(() -> increment("v2", "v1", one, changed)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("too-many");
            assertThat(refusal.parameters()).containsEntry("max", LIMIT);
        });

        LoadReport instead = increment("v2", "v1", one + "\"removed\":{\"optionGroups\":[\"g1\"]},", changed);
        assertThat(instead.state()).isEqualTo(LoadReport.State.STAGED);
        assertThat(instead.refused()).isEmpty();
        store.run(() -> parts.publishing.publish(location.id(), Actor.SYSTEM));
        assertThat(store.in(() -> parts.versions.shownMenu(location.id()).orElseThrow())
                        .optionGroups())
                .hasSize(LIMIT)
                .containsKey("one-more")
                .doesNotContainKey("g1");
    }

    /** One broken dish at the end of a long row, each thing needing the next: everything before it is refused in turn. */
    @Test
    void what_needs_a_refused_dish_is_found_in_steps_that_grow_with_the_menu_and_not_with_its_square() {
        int length = 1_000;
        List<String> groups = new ArrayList<>();
        List<String> dishes = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            groups.add(group("g" + i, 0, 1, option("o", "\"articleId\":\"a" + (i + 1) + "\"")));
            dishes.add(article("a" + i, "\"optionGroups\":[\"g" + i + "\"]"));
        }
        dishes.add(article("a" + length, "\"deposit\":\"KEG\""));
        CatalogDocument read = Catalogues.document(full("v1", groups, dishes));
        CountingList<CatalogDocument.Article> articles = new CountingList<>(read.articles());
        CountingList<CatalogDocument.OptionGroup> asked = new CountingList<>(read.optionGroups());

        CatalogCheck.Result result = CatalogCheck.check(
                counted(read, asked, articles),
                Currency.getInstance("EUR"),
                LocalDate.of(2026, 11, 22),
                new AllergenWords("DE", Map.of()));

        assertThat(result.accepted().articles()).isEmpty();
        assertThat(articles.looks() + asked.looks()).isLessThan(30L * length);
    }

    @Test
    void a_catalogue_that_outgrew_its_limits_before_they_were_checked_is_still_read_back() {
        String stored = full("v1", List.of(), articles(1, LIMIT + 1));

        assertThat(CatalogText.stored(stored).articles()).hasSize(LIMIT + 1);
        assertThatThrownBy(() -> CatalogText.read(new StringReader(stored)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("too-many"));
    }

    private static CatalogDocument counted(
            CatalogDocument read, List<CatalogDocument.OptionGroup> groups, List<CatalogDocument.Article> articles) {
        return new CatalogDocument(
                read.version(),
                null,
                read.currency(),
                read.vatClasses(),
                read.categories(),
                read.deposits(),
                groups,
                articles,
                CatalogDocument.Removed.NOTHING);
    }

    private static List<String> articles(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> article("" + i, ""))
                .toList();
    }

    private LoadReport increment(String version, String base, String more, String dish) {
        return load(
                SyncRun.Kind.INCREMENT,
                "{\"version\":\"" + version + "\",\"baseVersion\":\"" + base + "\",\"currency\":\"EUR\"," + more
                        + "\"articles\":[" + dish + "]}");
    }

    private LoadReport load(SyncRun.Kind kind, String json) {
        SyncRuns.Load load = new SyncRuns.Load(location.tenant(), location.id(), kind, Actor.till("1", "Kasse 1"));
        return store.in(() -> parts.intake.take(load, CatalogText.read(new StringReader(json))));
    }
}
