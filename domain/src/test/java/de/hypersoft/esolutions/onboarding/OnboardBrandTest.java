package de.hypersoft.esolutions.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.hostnames.HostNames;
import de.hypersoft.esolutions.hostnames.ShopDomains;
import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.QuickPasswords;
import de.hypersoft.esolutions.identity.UserView;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.pos.TestTills;
import de.hypersoft.esolutions.pos.tills.ManageTills;
import de.hypersoft.esolutions.pos.tills.PairTill;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The demo's own file, brought in as any customer's would be; each test under names of its own. */
@OnBothDatabases
class OnboardBrandTest {

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final HandClock clock = HandClock.at("2026-11-22T11:30:00Z");
    private final Store store;
    private final Tenants tenants;
    private final ShopDomains hosts;
    private final Users users;
    private final ManageTills tills;
    private final OnboardBrand onboarding;
    private final BrandDocument demo;

    OnboardBrandTest(Store shared) throws IOException {
        store = shared;
        tenants = new Tenants(store.entities());
        hosts = HostNames.domains(store, clock);
        Locations locations = new Locations(store.entities());
        Audit audit = new Audit(store.entities(), clock);
        users = QuickPasswords.users(store.entities(), locations, audit, clock);
        tills = TestTills.managing(store, clock);
        onboarding = Transactions.around(
                store,
                new OnboardBrand(
                        tenants,
                        locations,
                        new BrandLocations(locations, new Told<>(), clock),
                        new BrandTillsAndHosts(tills, hosts, audit),
                        new People(users, locations, true),
                        tills,
                        audit,
                        clock));
        demo = RenamedBrand.of(
                Json.read(Files.readString(Path.of("..", "demo", "brand.json")), BrandDocument.class), own);
    }

    @Test
    void a_brand_gets_its_locations_with_hours_in_their_own_zone_and_delivery_in_its_own_currency() {
        onboarding.onboard(demo);

        assertThat(shop().locations())
                .extracting(ShopLocation::slug)
                .containsExactlyInAnyOrder("linde-mitte", "linde-nord", "linde-wien");
        ShopLocation nord = location("linde-nord");
        assertThat(nord.hours().isOpen(Instant.parse("2026-11-28T00:30:00Z"), OrderType.PICKUP))
                .as("on Saturday at half past one in the morning, Friday's opening")
                .isTrue();
        assertThat(nord.hours().isOpen(Instant.parse("2026-11-28T01:00:00Z"), OrderType.PICKUP))
                .isFalse();
        assertThat(nord.zone("13353").orElseThrow().freeFrom()).isEqualTo(Money.of(3_500, "EUR"));
        assertThat(nord.zone("10437").orElseThrow().freeFrom()).isNull();
        assertThat(location("linde-wien").details().country()).isEqualTo("AT");
        assertThat(location("linde-wien").details().zone().getId()).isEqualTo("Europe/Vienna");
    }

    @Test
    void its_people_may_touch_what_the_file_says_and_no_more() {
        TenantId tenant = onboarding.onboard(demo);

        LocationId nord = location("linde-nord").id();
        assertThat(people())
                .extracting(UserView::login, UserView::reach)
                .containsExactlyInAnyOrder(
                        tuple("linde-" + own, Scope.all(tenant)),
                        tuple("nord-" + own, Scope.only(tenant, Set.of(nord))));
    }

    @Test
    void a_shop_in_a_currency_that_its_country_does_not_have_is_refused() {
        BrandDocument.Brand brand = demo.brand();
        for (String currency : List.of("SAR", "GBP"))
            assertThatThrownBy(() -> onboarding.onboard(new BrandDocument(
                            new BrandDocument.Brand(
                                    brand.slug(), brand.name(), currency, brand.colour(), brand.language()),
                            demo.hosts(),
                            demo.locations(),
                            demo.users())))
                    .isInstanceOfSatisfying(Invalid.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo("currency-of-country");
                        assertThat(refusal.parameters()).containsEntry("expected", "EUR");
                    });
    }

    @Test
    void a_file_for_a_slug_that_another_customer_has_changes_nothing_of_that_customer() {
        TenantId first = onboarding.onboard(demo);
        List<ManageTills.View> tillsBefore = tills(first);
        List<UserView> peopleBefore = people();
        Shopfront before = shop();
        String thief = Json.write(demo).replace("Linde Nord", "Räuberhöhle").replace("#2f6b3a", "#123456");

        refused("slug-taken", "brand.slug", read(thief));
        hosts.forget();
        assertThat(tills(first)).isEqualTo(tillsBefore).hasSize(4);
        assertThat(people()).isEqualTo(peopleBefore);
        assertThat(shop()).isEqualTo(before);
    }

    @Test
    void nobody_becomes_hosting_staff_by_a_file() {
        refused("staff-by-file", "users[1].role", with(demo.users().get(0), person("eva", "STAFF", List.of("*"))));

        assertThat(people()).isEmpty();
    }

    @Test
    void a_login_that_somebody_has_is_a_mistake_of_the_file_and_gives_nobody_access() {
        onboarding.onboard(demo);
        BrandDocument others = RenamedBrand.of(demo, "b");
        BrandDocument greedy = new BrandDocument(others.brand(), others.hosts(), others.locations(), demo.users());

        refused("login-taken", "users[0].login", greedy);

        assertThat(people()).extracting(UserView::login).containsExactlyInAnyOrder("linde-" + own, "nord-" + own);
    }

    @Test
    void a_person_without_a_location_is_not_taken_for_one_of_all_of_them() {
        refused("no-location", "users[0].locations", with(person("eva", "MANAGER", List.of())));
    }

    @Test
    void what_cannot_be_read_is_told_with_its_place() {
        String text = Json.write(demo);

        refused("unreadable-value", "locations[0].cutoff", read(text.replaceFirst("\"06:00\"", "\"sechs\"")));
        refused(
                "unreadable-value",
                "locations[0].hours[0].days[0]",
                read(text.replaceFirst("\"MONDAY\"", "\"MONTAG\"")));
        refused("unreadable-value", "hosts[0].kind", read(text.replaceFirst("\"DEMO\"", "\"MIETE\"")));
        refused("invalid-slug", "locations[0].slug", read(text.replaceFirst("\"linde-mitte\"", "\"Linde Mitte\"")));
        refused("invalid-colour", "brand.colour", read(text.replace("#2f6b3a", "grün")));
    }

    @Test
    void everything_that_is_made_stands_in_the_log_under_the_name_of_whoever_brought_the_file() {
        Caller hanna = new Caller(UUID.randomUUID(), "hanna", "Hanna", new Reach.Installation());

        TenantId tenant = onboarding.onboard(hanna, demo);

        List<Audit.Line> lines = store.in(() -> new Audit(store.entities(), clock).newest(tenant.value(), 0, 100));
        assertThat(lines).allSatisfy(line -> assertThat(line.actor()).isEqualTo("Hanna"));
        assertThat(lines)
                .extracting(Audit.Line::action)
                .contains("tenant-created", "location-added", "till-added", "domain-registered", "user-created");
        Caller maria = new Caller(UUID.randomUUID(), "maria", "Maria", Scope.all(tenant));
        assertThatThrownBy(() -> onboarding.onboard(maria, RenamedBrand.of(demo, "c")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void each_till_without_a_device_gets_a_PIN_that_pairs_it_and_a_paired_one_gets_none() {
        TenantId tenant = onboarding.onboard(demo);
        Map<String, String> pins = onboarding.pins(tenant);
        assertThat(pins)
                .containsOnlyKeys(
                        "linde-mitte/Kasse 1", "linde-mitte/Zentrale", "linde-nord/Kasse 1", "linde-wien/Kasse 1");

        PairTill pairing = Transactions.around(store, TestTills.pairing(store, clock));
        PairTill.Paired device = pairing.pair(String.valueOf(pins.get("linde-mitte/Zentrale")), "journal", "1.0")
                .orElseThrow();

        assertThat(device.headOffice()).isTrue();
        assertThat(device.receivesOrders()).isFalse();
        assertThat(onboarding.pins(tenant)).hasSize(3).doesNotContainKey("linde-mitte/Zentrale");
    }

    @Test
    void T47_a_file_that_claims_another_brands_host_is_refused_whole() {
        onboarding.onboard(demo);
        BrandDocument others = RenamedBrand.of(demo, "b");
        BrandDocument thief = new BrandDocument(others.brand(), demo.hosts(), others.locations(), others.users());

        refused("host-taken", "hosts[0].name", thief);

        assertThat(store.in(() -> tenants.bySlug(thief.brand().slug()))).isEmpty();
        assertThat(people()).hasSize(2);
        assertThat(shop().slug()).isEqualTo(demo.brand().slug());
    }

    @Test
    void T47_a_file_cannot_take_a_name_round_its_proof_by_calling_it_a_demos_or_the_vendors() {
        for (String kind : List.of("DEMO", "VENDOR")) {
            BrandDocument.Host other = new BrandDocument.Host("www." + own + "-other.example", kind);
            refused("other-host-kind", "hosts[0].name", on(other));
        }
        refused("other-host-kind", "hosts[0].name", on(new BrandDocument.Host(own + ".myhypersoftapp.example", "OWN")));
        refused("not-a-domain", "hosts[0].name", on(new BrandDocument.Host("192.0.2.1", "DEMO")));
    }

    @Test
    void T47_a_file_cannot_take_the_platforms_own_names() {
        refused(
                "host-reserved",
                "hosts[0].name",
                on(new BrandDocument.Host("portal.myhypersoftapp.example", "VENDOR")));
        refused("host-reserved", "hosts[0].name", on(new BrandDocument.Host("myhypersoftapp.example", "OWN")));
    }

    private BrandDocument on(BrandDocument.Host host) {
        return new BrandDocument(demo.brand(), List.of(host), demo.locations(), demo.users());
    }

    @Test
    void a_mistake_in_the_last_line_of_the_file_leaves_nothing_behind() {
        String broken = Json.write(demo).replace("\"locations\":[\"linde-nord\"]", "\"locations\":[\"linde-sued\"]");

        refused("unknown-location", "users[1].locations[0]", read(broken));

        assertThat(store.in(() -> tenants.bySlug(demo.brand().slug()))).isEmpty();
        assertThat(people()).isEmpty();
    }

    private void refused(String code, String place, BrandDocument document) {
        assertThatThrownBy(() -> onboarding.onboard(document)).isInstanceOfSatisfying(Invalid.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(place);
        });
    }

    private BrandDocument with(BrandDocument.Person... people) {
        return new BrandDocument(demo.brand(), demo.hosts(), demo.locations(), List.of(people));
    }

    private BrandDocument.Person person(String login, String role, List<String> locations) {
        return new BrandDocument.Person(login + "-" + own, "Eva", role, locations, null, null);
    }

    private static BrandDocument read(String text) {
        return Json.read(text, BrandDocument.class);
    }

    private Shopfront shop() {
        return store.in(() -> hosts.shopfront(own + "-linde.localhost")).orElseThrow();
    }

    private ShopLocation location(String slug) {
        return shop().location(slug).orElseThrow();
    }

    private List<ManageTills.View> tills(TenantId tenant) {
        return store.in(() -> tills.tills(Scope.all(tenant)));
    }

    private List<UserView> people() {
        Caller staff = new Caller(new UUID(0, 0), "system", "system", new Reach.Installation());
        return store.in(() -> users.list(staff)).stream()
                .filter(user -> user.login().contains(own))
                .toList();
    }
}
