package de.hypersoft.esolutions.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.hostnames.HostNames;
import de.hypersoft.esolutions.hostnames.ShopDomains;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.QuickPasswords;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.pos.TestTills;
import de.hypersoft.esolutions.pos.tills.ManageTills;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A customer that is there is changed only as somebody has read it before. */
@OnBothDatabases
class ChangeBrandTest {

    /** What linde-nord asks of its first area. */
    private static final String ZONE = "15.00 EUR / 2.50 EUR / 35.00 EUR";

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final HandClock clock = HandClock.at("2026-11-22T11:30:00Z");
    private final Caller hanna = new Caller(UUID.randomUUID(), "hanna", "Hanna", new Reach.Installation());
    private final Store store;
    private final Locations locations;
    private final Users users;
    private final Audit audit;
    private final ChangeBrand changing;
    private final AddLocation adding;
    private final TenantId tenant;
    private final String file;

    ChangeBrandTest(Store shared) throws IOException {
        store = shared;
        Tenants tenants = new Tenants(store.entities());
        ShopDomains hosts = HostNames.domains(store, clock);
        ManageTills tills = TestTills.managing(store, clock);
        locations = new Locations(store.entities());
        audit = new Audit(store.entities(), clock);
        users = QuickPasswords.users(store.entities(), locations, audit, clock);
        BrandLocations brandLocations = new BrandLocations(locations, new Told<>(), clock);
        BrandTillsAndHosts belongings = new BrandTillsAndHosts(tills, hosts, audit);
        BrandState state = new BrandState(locations, tills, hosts, users);
        changing = new ChangeBrand(Transactions.around(
                store,
                new BrandRehearsal(tenants, locations, brandLocations, belongings, state, audit, new Told<Changed>())));
        adding = Transactions.around(store, new AddLocation(tenants, locations, audit, new Told<Changed>(), clock));
        OnboardBrand onboarding = Transactions.around(
                store,
                new OnboardBrand(
                        tenants,
                        locations,
                        brandLocations,
                        belongings,
                        new People(users, locations, true),
                        tills,
                        audit,
                        clock));
        BrandDocument demo = RenamedBrand.of(
                Json.read(Files.readString(Path.of("..", "demo", "brand.json")), BrandDocument.class), own);
        tenant = onboarding.onboard(hanna, demo);
        file = Json.write(demo);
    }

    @Test
    void the_same_file_again_changes_nothing() {
        BrandChanges none = preview(file);

        assertThat(none.differences()).isEmpty();
        assertThat(none.kept()).isEmpty();
        assertThat(none.people()).isEmpty();
    }

    @Test
    void a_preview_names_every_difference_and_stores_none() {
        BrandChanges changes = preview(newer());

        assertThat(changes.differences())
                .extracting(
                        BrandChanges.Difference::place, BrandChanges.Difference::before, BrandChanges.Difference::after)
                .containsExactly(
                        tuple("brand.colour", "#2f6b3a", "#123456"),
                        tuple("locations[linde-nord].name", "Linde Nord", "Linde am Nordufer"),
                        tuple("locations[linde-nord].zones[13357]", ZONE, ""),
                        tuple("locations[linde-nord].zones[13359]", "", ZONE));
        assertThat(preview(newer())).isEqualTo(changes);
        assertThat(nord().details().name()).isEqualTo("Linde Nord");
    }

    @Test
    void what_was_shown_is_done_keeps_identities_and_single_days_and_stands_in_the_log() {
        LocationId before = nord().id();
        LocalDate christmas = LocalDate.parse("2026-12-24");
        store.run(() -> store.entities().persist(OpeningWindow.on(before, null, christmas, null, null)));

        changing.change(hanna, tenant, read(newer()), preview(newer()).seal());

        assertThat(nord().id()).isEqualTo(before);
        assertThat(nord().details().name()).isEqualTo("Linde am Nordufer");
        Location nord = nord();
        assertThat(store.in(() -> locations.hours(nord)).spans())
                .anySatisfy(span -> assertThat(span.date()).isEqualTo(christmas));
        assertThat(lines("tenant-changed"))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line.actor()).isEqualTo("Hanna"))
                .extracting(Audit.Line::subject)
                .contains("locations[linde-nord].name");
        assertThat(preview(newer()).differences()).isEmpty();
    }

    @Test
    void what_nobody_has_seen_is_not_done() {
        String seen = preview(newer()).seal();
        Location nord = nord();
        store.run(() -> locations.get(nord.id()).change(renamed(nord, "Inzwischen")));

        assertThatThrownBy(() -> changing.change(hanna, tenant, read(newer()), seen))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("brand-changed-meanwhile"));

        assertThat(nord().details().name()).isEqualTo("Inzwischen");
        assertThat(lines("tenant-changed")).isEmpty();
    }

    @Test
    void a_change_makes_nobody_a_user_and_takes_nothing_away() {
        BrandDocument given = read(file);
        BrandDocument shorter = new BrandDocument(
                given.brand(),
                given.hosts().subList(1, 4),
                given.locations().subList(1, 3),
                List.of(new BrandDocument.Person("dieb-" + own, "Dieb", "STAFF", List.of("*"), null, null)));

        BrandChanges changes = changing.preview(hanna, tenant, shorter);
        changing.change(hanna, tenant, shorter, changes.seal());

        assertThat(changes.differences()).isEmpty();
        assertThat(changes.people()).containsExactly("dieb-" + own);
        assertThat(changes.kept())
                .contains("hosts[" + own + "-localhost.localhost]", "locations[linde-mitte]")
                .hasSize(4);
        assertThat(store.in(() -> users.logins(tenant))).doesNotContain("dieb-" + own);
        assertThat(store.in(() -> locations.of(tenant))).hasSize(3);
    }

    @Test
    void a_file_of_another_customer_and_a_mistake_are_refused_with_their_place() {
        refused("other-brand", "brand.slug", file.replace("linde-" + own, "adler-" + own));
        refused("currency-stays", "brand.currency", file.replace("\"EUR\"", "\"CHF\""));
        refused("unreadable-value", "locations[0].timeZone", file.replaceFirst("Europe/Berlin", "Europe/Linde"));
        Caller maria = new Caller(UUID.randomUUID(), "maria", "Maria", Scope.all(tenant));
        assertThatThrownBy(() -> changing.preview(maria, tenant, read(file))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> changing.change(maria, tenant, read(file), "")).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_location_is_added_once_by_hosting_staff_only() {
        LocationDetails details = renamed(nord(), "Linde Süd");

        LocationId made = adding.add(hanna, tenant, "linde-sued", details, List.of());

        assertThat(store.in(() -> locations.get(tenant, "linde-sued")).id()).isEqualTo(made);
        assertThat(lines("location-added")).extracting(Audit.Line::subject).contains("Linde Süd");
        assertThatThrownBy(() -> adding.add(hanna, tenant, "linde-sued", details, List.of()))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo("slug-taken"));
        assertThatThrownBy(() -> adding.add(hanna, tenant, "orders", details, List.of()))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo("invalid-slug"));
        Caller maria = new Caller(UUID.randomUUID(), "maria", "Maria", Scope.all(tenant));
        assertThatThrownBy(() -> adding.add(maria, tenant, "linde-ost", details, List.of()))
                .isInstanceOf(Forbidden.class);
    }

    private String newer() {
        return file.replace("Linde Nord", "Linde am Nordufer")
                .replace("#2f6b3a", "#123456")
                .replace("\"13357\"", "\"13359\"");
    }

    private BrandChanges preview(String text) {
        return changing.preview(hanna, tenant, read(text));
    }

    private void refused(String code, String place, String text) {
        assertThatThrownBy(() -> preview(text)).isInstanceOfSatisfying(Invalid.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(place);
        });
    }

    private Location nord() {
        return store.in(() -> locations.get(tenant, "linde-nord"));
    }

    private List<Audit.Line> lines(String action) {
        return store.in(() -> audit.newest(tenant.value(), 0, 200)).stream()
                .filter(line -> line.action().equals(action))
                .toList();
    }

    private static LocationDetails renamed(Location location, String name) {
        LocationDetails is = location.details();
        return new LocationDetails(
                name,
                is.street(),
                is.postcode(),
                is.city(),
                is.country(),
                is.phone(),
                is.legalName(),
                is.imprint(),
                is.zone(),
                is.cutoff(),
                is.orderTypes(),
                is.leadMinutes(),
                is.mailTo(),
                is.secondContact(),
                is.unclaimedAfter(),
                is.secondContactAfter(),
                is.limits());
    }

    private static BrandDocument read(String text) {
        return Json.read(text, BrandDocument.class);
    }
}
