package de.hypersoft.esolutions.sync;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.json;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.Catalogues;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.sync.check.MixedRates;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ImportCatalogTest {

    private static final Actor TILL = Actor.till("1", "Kasse 1");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final Menus menus;
    private final CatalogIntake intake;
    private final SyncRuns runs;
    private final ManageSync sync;
    private final Location location;

    ImportCatalogTest(Store store) {
        this.store = store;
        SyncParts parts = new SyncParts(store, clock);
        this.menus = new Menus(parts.versions, clock);
        this.runs = parts.runs;
        this.intake = parts.intake;
        this.sync = parts.sync;
        this.location = TestLocations.open(store, clock.instant());
    }

    @Test
    void T11_a_drink_at_nothing_in_a_menu_is_taken_and_the_report_warns_of_its_rate() {
        String load = Catalogues.full(
                "v1",
                List.of(group("drink", 0, 1, option("cola", "\"price\":\"0.00\",\"articleId\":\"501\""))),
                List.of(article("501", "\"vatClass\":\"DRINK\""), article("menu", "\"optionGroups\":[\"drink\"]")));

        LoadReport report = full(load);
        LoadReport again = full(load);

        assertThat(report.state()).isEqualTo(LoadReport.State.PUBLISHED);
        assertThat(report.refused()).isEmpty();
        assertThat(report.notes())
                .extracting(CatalogFinding::id, CatalogFinding::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("menu", MixedRates.CODE));
        assertThat(again.notes()).isEqualTo(report.notes());
    }

    @Test
    void the_first_catalogue_of_a_location_is_shown_at_once_and_the_second_waits() {
        assertThat(full(json("v1", article("101", ""))).state()).isEqualTo(LoadReport.State.PUBLISHED);
        assertThat(menu().articles()).containsOnlyKeys("101");

        assertThat(full(json("v2", article("102", ""))).state()).isEqualTo(LoadReport.State.STAGED);

        assertThat(menu().articles()).containsOnlyKeys("101");
        assertThat(store.in(() -> sync.pending(location.id()))).hasValueSatisfying(pending -> {
            assertThat(pending.version()).isEqualTo("v2");
            assertThat(pending.changes().addedIds()).containsExactly("102");
            assertThat(pending.changes().removedIds()).containsExactly("101");
        });
    }

    @Test
    void what_waits_is_published_on_request_and_it_is_said_what_changed() {
        full(json("v1", article("101", ""), article("102", "")));
        full(json("v2", article("101", "\"sort\":7"), article("103", "")));

        assertThat(store.in(() -> sync.publishPending(location.tenant(), location.id(), Actor.user("7", "Mia"))))
                .hasValueSatisfying(published -> {
                    assertThat(published.changes().changedIds()).containsExactly("101");
                    assertThat(published.changes().addedIds()).containsExactly("103");
                    assertThat(published.changes().removedIds()).containsExactly("102");
                });
        assertThat(menu().version()).isEqualTo("v2");
        assertThat(store.in(() -> sync.publishPending(location.tenant(), location.id(), Actor.SYSTEM)))
                .isEmpty();
        assertThat(store.in(() -> sync.history(location.tenant(), location.id(), 0)))
                .extracting(ManageSync.Run::kind)
                .containsExactly(SyncRun.Kind.PUBLISH, SyncRun.Kind.FULL, SyncRun.Kind.PUBLISH, SyncRun.Kind.FULL);
    }

    @Test
    void T57_a_full_load_replaces_and_an_increment_adds_changes_and_removes() {
        full(json("v1", article("101", ""), article("102", ""), article("103", "")));

        increment("v2", "v1", "\"removed\":{\"articles\":[\"103\"]}", article("102", "\"sort\":5"), article("104", ""));
        publish();

        assertThat(menu().articles()).containsOnlyKeys("101", "102", "104");
        assertThat(menu().article("102").orElseThrow().sort()).isEqualTo(5);

        full(json("v3", article("999", ""), article("104", "")));
        publish();
        assertThat(menu().articles()).containsOnlyKeys("999", "104");
    }

    @Test
    void T57_an_increment_with_a_gap_demands_a_full_load_and_changes_nothing() {
        full(json("v1", article("101", "")));

        assertThatThrownBy(() -> increment("v3", "v2", "\"removed\":null", article("102", "")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("full-load-required");
                    assertThat(refusal.parameters()).containsEntry("latestVersion", "v1");
                });

        assertThat(store.in(() -> sync.pending(location.id()))).isEmpty();
        increment("v2", "v1", "\"removed\":null", article("102", ""));
        assertThat(store.in(() -> sync.pending(location.id()))).isPresent();
    }

    @Test
    void T57_a_version_applied_again_is_harmless_and_gets_the_same_report() {
        full(json("v1", article("101", "")));
        String half = json("v2", article("102", ""), article("bad", "\"deposit\":\"KEG\""));
        LoadReport first = full(half);

        LoadReport again = full(half);

        assertThat(again).isEqualTo(first);
        assertThat(again.refused()).extracting(CatalogFinding::code).containsExactly("unknown-deposit");
        assertThat(store.in(() -> sync.history(location.tenant(), location.id(), 0)))
                .hasSize(3);
        publish();
        assertThat(full(half).state()).isEqualTo(LoadReport.State.PUBLISHED);
        assertThat(full(json("v1", article("101", ""))).state()).isEqualTo(LoadReport.State.SUPERSEDED);
        assertThat(menu().version()).isEqualTo("v2");
    }

    @Test
    void T57_an_increment_applied_again_is_harmless() {
        full(json("v1", article("101", "")));
        LoadReport first = increment("v2", "v1", "\"removed\":null", article("102", ""));

        assertThat(increment("v2", "v1", "\"removed\":null", article("102", "")))
                .isEqualTo(first);
    }

    @Test
    void an_increment_mends_what_the_full_load_had_refused() {
        LoadReport report = full(json("v1", article("101", ""), article("102", "\"deposit\":\"KEG\"")));
        assertThat(report.refused()).hasSize(1);

        LoadReport mended =
                increment("v2", "v1", "\"deposits\":[{\"id\":\"KEG\",\"amount\":\"30.00\",\"kind\":\"REUSABLE\"}]");
        publish();

        assertThat(mended.refused()).isEmpty();
        assertThat(menu().articles()).containsOnlyKeys("101", "102");
    }

    @Test
    void an_increment_keeps_the_ingredients_of_the_full_load() {
        full(json(
                "v1",
                "{\"id\":\"dough\",\"name\":{\"de\":\"Teig\"},\"price\":\"0.00\",\"vatClass\":\"FOOD\",\"sellable\":false}",
                article("101", "\"components\":[\"dough\"]")));

        LoadReport report = increment("v2", "v1", "\"removed\":null", article("102", ""));
        publish();

        assertThat(report.refused()).isEmpty();
        assertThat(menu().articles()).containsOnlyKeys("dough", "101", "102");
        assertThat(menu().articlesOf("food")).extracting(Menu.Article::id).containsExactly("101", "102");
    }

    @Test
    void T24_a_load_that_is_refused_as_a_whole_changes_nothing_and_stands_in_the_history() {
        full(json("v1", article("101", "")));

        assertThatThrownBy(() -> full(json("v2", article("bad", "\"deposit\":\"KEG\""))))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("nothing-to-sell"));

        assertThat(menu().version()).isEqualTo("v1");
        assertThat(store.in(() -> sync.pending(location.id()))).isEmpty();
        LoadReport report = store.in(() -> sync.report(location.tenant(), location.id(), "v2"));
        assertThat(report.state()).isEqualTo(LoadReport.State.REFUSED);
        assertThat(report.refused()).extracting(CatalogFinding::id).containsExactly("bad");
        increment("v2", "v1", "\"removed\":null", article("102", ""));
    }

    @Test
    void T13_a_catalogue_in_another_currency_is_refused_with_the_right_one_named() {
        assertThatThrownBy(() -> full(json("v1", article("101", "")).replace("EUR", "CHF")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("wrong-currency");
                    assertThat(refusal.parameters()).containsEntry("expected", "EUR");
                });
    }

    @Test
    void T23_a_failed_sync_leaves_the_other_locations_current() {
        Location other = store.in(() -> TestLocations.another(
                store, store.entities().find(Tenant.class, location.tenant().value()), clock.instant()));
        full(json("v1", article("101", "")));
        load(SyncRun.Kind.FULL, other, json("v1", article("201", "")));

        assertThatThrownBy(() -> full("{\"version\":\"v2\",\"currency\":\"EUR\",\"images\":[]}"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("images-not-from-location"));

        clock.advance(Duration.ofSeconds(1));
        assertThat(store.in(() -> menus.current(other.id())).articles()).containsOnlyKeys("201");
        assertThat(menu().articles()).containsOnlyKeys("101");
    }

    @Test
    void T49_the_report_of_another_tenants_location_is_not_found() {
        full(json("v1", article("101", "")));
        TenantId stranger = TestLocations.open(store, clock.instant()).tenant();

        assertThatThrownBy(() -> store.run(() -> sync.report(stranger, location.id(), "v1")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_stored_catalogue_is_the_one_that_was_sent() {
        String sent = json("v1", article("101", """
            "prices":{"DELIVERY":"10.90"},"discountPercent":"10.00","deposit":"CAN","minimumAge":16,
            "content":{"amount":330,"unit":"ml"},"allergens":["WHEAT"],"additives":["CAFFEINE"],
            "windows":[{"days":["FRIDAY"],"from":"22:00","until":"02:00"}],"marks":["SPICY","FROM_THE_MOON"],"description":{"de":"x\\ny"}\
            """));
        full(sent);

        Menu.Article article = menu().article("101").orElseThrow();

        assertThat(article.discountBasisPoints()).isEqualTo(1_000);
        assertThat(article.deposit()).isEqualTo("CAN");
        assertThat(article.minimumAge()).isEqualTo(16);
        assertThat(article.content()).isEqualTo(new Menu.Content(330, "ml"));
        assertThat(article.windows()).hasSize(1);
        assertThat(article.marks()).containsExactly("SPICY", "FROM_THE_MOON");
        assertThat(article.description().in("de")).isEqualTo("x\ny");
        assertThat(article.prices()).hasSize(1);
    }

    private LoadReport full(String json) {
        return load(SyncRun.Kind.FULL, location, json);
    }

    private LoadReport increment(String version, String base, String more, String... articles) {
        return load(
                SyncRun.Kind.INCREMENT,
                location,
                "{\"version\":\"" + version + "\",\"baseVersion\":\"" + base + "\",\"currency\":\"EUR\"," + more
                        + ",\"articles\":" + List.of(articles) + "}");
    }

    /** As {@link ImportCatalog} does it, with the transactions of a server. */
    private LoadReport load(SyncRun.Kind kind, Location at, String json) {
        SyncRuns.Load load = new SyncRuns.Load(at.tenant(), at.id(), kind, TILL);
        clock.advance(Duration.ofSeconds(1));
        CatalogText.Result read = CatalogText.read(new StringReader(json));
        try {
            return store.in(() -> intake.take(load, read));
        } catch (Refusal refusal) {
            store.run(() -> runs.refused(load, read.document().version(), refusal));
            throw refusal;
        }
    }

    private void publish() {
        store.run(() -> sync.publishPending(location.tenant(), location.id(), Actor.SYSTEM));
    }

    private Menu menu() {
        clock.advance(Duration.ofSeconds(1));
        return store.in(() -> menus.current(location.id()));
    }
}
