package de.hypersoft.esolutions.sync.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.catalog.Catalogues;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.sync.LoadPreview;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.SyncParts;
import de.hypersoft.esolutions.sync.SyncRun;
import de.hypersoft.esolutions.sync.SyncRuns;
import de.hypersoft.esolutions.sync.menufile.MenuExport;
import de.hypersoft.esolutions.sync.menufile.MenuFileKind;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A restaurant without a till brings its menu in a file. */
@OnBothDatabases
class BringMenuTest {

    private static final Actor MIA = Actor.user("1", "Mia");
    private static final String MENU = "Nr,Kategorie,Name,Preis\n1,Pizza,Margherita,9.90\n2,Pizza,Salami,10.90\n";

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final SyncParts parts;
    private final BringMenu bring;
    private final ExportMenu export;
    private final Location location;

    BringMenuTest(Store store) {
        this.store = store;
        this.parts = new SyncParts(store, clock);
        Locations locations = new Locations(store.entities());
        Tenants tenants = new Tenants(store.entities());
        this.bring = new BringMenu(
                new MenuUploads(store.entities(), clock),
                new UploadReader(tenants, parts.versions, clock),
                parts.master,
                parts.intake,
                parts.publishing,
                locations,
                new Audit(store.entities(), clock),
                clock);
        this.export = new ExportMenu(parts.versions, locations, tenants, clock);
        this.location = TestLocations.open(store, clock.instant());
    }

    @Test
    void a_first_menu_is_looked_at_taken_over_and_sold_at_once() {
        UUID file = receive(MENU);

        BringMenu.Shown shown = show(file);

        assertThat(shown.wrong()).isNull();
        assertThat(preview(file).first()).isTrue();
        assertThat(preview(file).count(LoadPreview.Change.NEW)).isEqualTo(2);
        assertThat(shown.reading().columns()).containsExactly("NUMBER", "CATEGORY", "NAME", "PRICE");
        assertThat(menu()).as("nothing changes before somebody says so").isEmpty();
        assertThat(take(file, false).state()).isEqualTo(LoadReport.State.PUBLISHED);
        assertThat(menu().orElseThrow().articles()).containsOnlyKeys("1", "2");
        assertThat(menu().orElseThrow().article("2").orElseThrow().price().minor())
                .isEqualTo(1090);
    }

    @Test
    void the_next_menu_shows_each_dish_that_changes_and_waits_for_the_day_change_or_not() {
        take(receive(MENU), false);
        UUID file = receive("Nr,Kategorie,Name,Preis\n1,Pizza,Margherita,11.90\n3,Pizza,Funghi,12.00\n");

        LoadPreview preview = preview(file);

        assertThat(preview.dishes())
                .extracting(
                        LoadPreview.Dish::id,
                        LoadPreview.Dish::change,
                        LoadPreview.Dish::before,
                        LoadPreview.Dish::after)
                .containsExactly(
                        tuple("1", LoadPreview.Change.CHANGED, "9.90", "11.90"),
                        tuple("3", LoadPreview.Change.NEW, null, "12.00"),
                        tuple("2", LoadPreview.Change.GONE, "10.90", null));
        assertThat(take(file, false).state()).isEqualTo(LoadReport.State.STAGED);
        assertThat(menu().orElseThrow().articles()).containsOnlyKeys("1", "2");
        assertThat(take(receive(MENU.replace("9.90", "9.50")), true).state()).isEqualTo(LoadReport.State.PUBLISHED);
        assertThat(menu().orElseThrow().article("1").orElseThrow().price().minor())
                .isEqualTo(950);
    }

    @Test
    void the_same_file_twice_changes_nothing_and_the_same_upload_is_taken_once() {
        UUID file = receive(MENU);
        take(file, false);

        assertThat(Refusals.code(() -> take(file, false))).isEqualTo("no-menu-upload");
        assertThat(preview(receive(MENU)).dishes()).isEmpty();
        assertThat(take(receive(MENU), true).refused()).isEmpty();
        assertThat(menu().orElseThrow().articles()).hasSize(2);
    }

    @Test
    void what_is_sold_taken_away_and_brought_again_changes_nothing() {
        take(receive(new String(MenuExport.template(MenuFileKind.CSV, "de"), StandardCharsets.UTF_8)), false);

        for (MenuFileKind kind : List.of(MenuFileKind.CSV, MenuFileKind.XLSX, MenuFileKind.CATALOGUE)) {
            byte[] taken = store.in(() -> export.export(location.tenant(), location.id(), kind, "de"));
            UUID again = store.in(() -> bring.receive(location.tenant(), location.id(), "menu", taken));
            assertThat(preview(again).dishes()).as("%s", kind).isEmpty();
        }
    }

    @Test
    void without_a_menu_there_is_none_to_take_away() {
        assertThat(Refusals.code(
                        () -> store.in(() -> export.export(location.tenant(), location.id(), MenuFileKind.CSV, "de"))))
                .isEqualTo("no-menu-yet");
    }

    @Test
    void where_a_till_sends_the_menu_a_file_is_refused_and_taken_again_when_the_till_is_gone() {
        load(Actor.till("1", "Kasse 1"));
        parts.tills.till = Optional.of("Kasse 1");

        assertThat(store.in(() -> bring.isTills(location.tenant(), location.id())))
                .isTrue();
        assertThat(Refusals.code(() -> receive(MENU))).isEqualTo("till-sends-menu");
        parts.tills.till = Optional.empty();
        UUID file = receive(MENU);
        parts.tills.till = Optional.of("Kasse 2");
        assertThat(Refusals.code(() -> take(file, true))).isEqualTo("till-sends-menu");
        parts.tills.till = Optional.empty();
        take(file, true);
        parts.tills.till = Optional.of("a till that sends no menu");
        assertThat(store.in(() -> bring.isTills(location.tenant(), location.id())))
                .isFalse();
    }

    @Test
    void a_person_says_what_columns_mean_and_what_is_a_drink() {
        UUID file = receive("Was,Wieviel,Wo\nCola,2.50,Flüssiges\n");
        assertThat(wrong(file)).isEqualTo("menu-column-missing");
        Reading columns = new Reading(List.of("NAME", "PRICE", "CATEGORY"), "7", "7", "19", "19", List.of());

        readAs(file, columns);
        assertThat(show(file).categories()).containsExactly("Flüssiges");
        readAs(file, columns.withDrinks(List.of("Flüssiges")));

        take(file, false);
        Menu.Article cola = menu().orElseThrow().article("cola").orElseThrow();
        assertThat(cola.vatClass()).isEqualTo("vat-19.00");
        UUID other = receive("Name,Preis\nCola,2\n");
        readAs(other, new Reading(List.of("NAME", "PRICE"), "", "7", "19", "19", List.of()));
        assertThat(wrong(other)).isEqualTo("menu-rates");
    }

    @Test
    void the_report_keeps_which_rows_were_left_out_and_what_did_not_come_along() {
        LoadReport report = take(receive("Name,Preis,Bild\nSuppe,4.50,a.jpg\nSalat,viel,\n"), false);

        assertThat(report.notes())
                .extracting(CatalogFinding::code, CatalogFinding::id, CatalogFinding::name)
                .contains(tuple("row-left-out", "3", "Preis: viel"), tuple("file-left-out", "1×", "PICTURE"));
    }

    @Test
    void nothing_to_sell_takes_nothing_and_the_file_still_waits() {
        UUID file = receive("Name,Preis\nSuppe,viel\n");

        assertThat(Refusals.code(() -> take(file, true))).isEqualTo("nothing-to-sell");

        assertThat(preview(file).sold()).isZero();
    }

    @Test
    void a_file_waits_a_day_and_five_of_a_location_at_most() {
        List<UUID> files = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clock.advance(Duration.ofSeconds(1));
            files.add(receive(MENU));
        }

        assertThat(Refusals.code(() -> show(files.get(0)))).isEqualTo("no-menu-upload");
        assertThat(show(files.get(1)).fileName()).isEqualTo("menu.csv");
        clock.advance(MenuUpload.KEPT);
        assertThat(Refusals.code(() -> show(files.get(5)))).isEqualTo("no-menu-upload");
    }

    @Test
    void a_file_that_is_thrown_away_or_of_another_location_is_not_there() {
        UUID file = receive(MENU);
        Location other = TestLocations.open(store, clock.instant());

        assertThat(Refusals.code(() -> store.in(() -> bring.show(other.tenant(), other.id(), file))))
                .isEqualTo("no-menu-upload");
        store.run(() -> bring.drop(other.tenant(), other.id(), file));
        assertThat(show(file)).isNotNull();
        store.run(() -> bring.drop(location.tenant(), location.id(), file));
        assertThat(Refusals.code(() -> show(file))).isEqualTo("no-menu-upload");
    }

    @Test
    void what_people_typed_is_kept_as_it_is() {
        String name = "<script>alert(1)</script> 🍕 שלום";
        take(receive("Name,Preis\n" + name + ",5\n"), false);

        assertThat(menu().orElseThrow()
                        .articles()
                        .values()
                        .iterator()
                        .next()
                        .name()
                        .in("de"))
                .isEqualTo(name);
    }

    /** The figure of the issue is 10 s; a tenth of it is for the database and the page. */
    @Test
    void two_thousand_dishes_are_read_and_compared() {
        StringBuilder csv = new StringBuilder("Nr,Kategorie,Name,Name en,Beschreibung,Preis,Allergene,Optionen\n");
        for (int i = 1; i <= 2_000; i++)
            csv.append(i)
                    .append(",Kategorie ")
                    .append(i % 40)
                    .append(",Gericht ")
                    .append(i)
                    .append(",Dish ")
                    .append(i)
                    .append(",\"Mit, vielem\",")
                    .append(i % 30)
                    .append(".90,\"Gluten, Milch\",\n");
        long begun = System.nanoTime();

        LoadPreview preview = preview(receive(csv.toString()));

        assertThat(preview.count(LoadPreview.Change.NEW)).isEqualTo(2_000);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    private UUID receive(String csv) {
        return store.in(() ->
                bring.receive(location.tenant(), location.id(), "menu.csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private BringMenu.Shown show(UUID file) {
        return store.in(() -> bring.show(location.tenant(), location.id(), file));
    }

    private LoadPreview preview(UUID file) {
        return Objects.requireNonNull(show(file).preview());
    }

    private String wrong(UUID file) {
        return Objects.requireNonNull(show(file).wrong()).code();
    }

    private void readAs(UUID file, Reading reading) {
        store.run(() -> bring.readAs(location.tenant(), location.id(), file, reading));
    }

    private LoadReport take(UUID file, boolean now) {
        clock.advance(Duration.ofSeconds(1));
        return store.in(() -> bring.take(location.tenant(), location.id(), file, now, MIA));
    }

    private Optional<Menu> menu() {
        return store.in(() -> parts.versions.shownMenu(location.id()));
    }

    private void load(Actor actor) {
        CatalogText.Result read =
                CatalogText.read(new StringReader(Catalogues.json("t1", Catalogues.article("101", ""))));
        store.in(() ->
                parts.intake.take(new SyncRuns.Load(location.tenant(), location.id(), SyncRun.Kind.FULL, actor), read));
    }
}
