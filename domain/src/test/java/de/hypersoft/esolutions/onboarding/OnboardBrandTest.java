package de.hypersoft.esolutions.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.hypersoft.esolutions.hostnames.HostNames;
import de.hypersoft.esolutions.hostnames.HostTaken;
import de.hypersoft.esolutions.hostnames.ShopDomains;
import de.hypersoft.esolutions.hostnames.Shopfront;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.QuickPasswords;
import de.hypersoft.esolutions.identity.UserView;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.kernel.Audit;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Json;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.pos.PairTill;
import de.hypersoft.esolutions.pos.TillDesk;
import de.hypersoft.esolutions.pos.TillDesks;
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
    private final TillDesk tills;
    private final OnboardBrand onboarding;
    private final BrandDocument demo;

    OnboardBrandTest(Store shared) throws IOException {
        store = shared;
        tenants = new Tenants(store.entities());
        hosts = HostNames.domains(store, clock);
        Locations locations = new Locations(store.entities());
        Audit audit = new Audit(store.entities(), clock);
        users = new Users(store.entities(), QuickPasswords.get(), locations, audit, clock);
        tills = TillDesks.desk(store, clock);
        onboarding = Transactions.around(
                store,
                new OnboardBrand(tenants, locations, new Branches(locations, clock), hosts, users, tills, clock));
        demo = renamed(Json.read(Files.readString(Path.of("..", "demo", "brand.json")), BrandDocument.class), own);
    }

    @Test
    void a_brand_gets_its_locations_with_hours_in_their_own_zone_and_delivery_in_its_own_currency() {
        onboarding.onboard(demo);

        Shopfront shop = shop();
        assertThat(shop.branches())
                .extracting(Shopfront.Branch::slug)
                .containsExactlyInAnyOrder("linde-mitte", "linde-nord", "linde-wien");
        Shopfront.Branch nord = branch("linde-nord");
        assertThat(nord.hours().isOpen(Instant.parse("2026-11-28T00:30:00Z"), OrderType.PICKUP))
                .as("on Saturday at half past one in the morning, Friday's opening")
                .isTrue();
        assertThat(nord.hours().isOpen(Instant.parse("2026-11-28T01:00:00Z"), OrderType.PICKUP))
                .isFalse();
        assertThat(nord.zone("13353").orElseThrow().freeFrom()).isEqualTo(Money.of(3_500, "EUR"));
        assertThat(nord.zone("10437").orElseThrow().freeFrom()).isNull();
        assertThat(branch("linde-wien").details().country()).isEqualTo("AT");
        assertThat(branch("linde-wien").details().zone().getId()).isEqualTo("Europe/Vienna");
    }

    @Test
    void its_people_may_touch_what_the_file_says_and_no_more() {
        TenantId tenant = onboarding.onboard(demo);

        LocationId nord = branch("linde-nord").id();
        assertThat(people())
                .extracting(UserView::login, UserView::reach)
                .containsExactlyInAnyOrder(
                        tuple("hosting-" + own, new Reach.Installation()),
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
    void doing_it_again_changes_nothing() {
        TenantId first = onboarding.onboard(demo);
        List<TillDesk.View> tillsBefore = tills(first);
        List<UserView> peopleBefore = people();
        Shopfront before = shop();

        TenantId again = onboarding.onboard(demo);

        assertThat(again).isEqualTo(first);
        assertThat(tills(again)).isEqualTo(tillsBefore).hasSize(4);
        assertThat(people()).isEqualTo(peopleBefore);
        assertThat(shop().branches()).extracting(Shopfront.Branch::id).isEqualTo(ids(before));
        assertThat(branch("linde-mitte").zones()).hasSize(7);
    }

    @Test
    void a_changed_file_brings_the_location_up_to_date_and_keeps_its_identity() {
        onboarding.onboard(demo);
        LocationId before = branch("linde-nord").id();
        String text = Json.write(demo)
                .replace("Linde Nord", "Linde am Nordufer")
                .replace("#2f6b3a", "#123456")
                .replace("\"13357\"", "\"13359\"");

        onboarding.onboard(Json.read(text, BrandDocument.class));

        hosts.forget();
        assertThat(shop().brandColour()).isEqualTo("#123456");
        assertThat(branch("linde-nord").id()).isEqualTo(before);
        assertThat(branch("linde-nord").details().name()).isEqualTo("Linde am Nordufer");
        assertThat(branch("linde-nord").zone("13357")).isEmpty();
        assertThat(branch("linde-nord").zone("13359")).isPresent();
    }

    @Test
    void each_till_without_a_device_gets_a_PIN_that_pairs_it_and_a_paired_one_gets_none() {
        TenantId tenant = onboarding.onboard(demo);
        Map<String, String> pins = onboarding.pins(tenant);
        assertThat(pins)
                .containsOnlyKeys(
                        "linde-mitte/Kasse 1", "linde-mitte/Zentrale", "linde-nord/Kasse 1", "linde-wien/Kasse 1");

        PairTill pairing = Transactions.around(store, TillDesks.pairing(store, clock));
        PairTill.Paired device = pairing.pair(String.valueOf(pins.get("linde-mitte/Zentrale")), "journal", "1.0")
                .orElseThrow();

        assertThat(device.headOffice()).isTrue();
        assertThat(device.receivesOrders()).isFalse();
        assertThat(onboarding.pins(tenant)).hasSize(3).doesNotContainKey("linde-mitte/Zentrale");
    }

    @Test
    void T47_a_file_that_claims_another_brands_host_is_refused_whole() {
        onboarding.onboard(demo);
        BrandDocument others = renamed(demo, "b");
        BrandDocument thief = new BrandDocument(others.brand(), demo.hosts(), others.locations(), others.users());

        assertThatThrownBy(() -> onboarding.onboard(thief)).isInstanceOf(HostTaken.class);

        assertThat(store.in(() -> tenants.bySlug(thief.brand().slug()))).isEmpty();
        assertThat(people()).hasSize(3);
        assertThat(shop().slug()).isEqualTo(demo.brand().slug());
    }

    @Test
    void a_mistake_in_the_last_line_of_the_file_leaves_nothing_behind() {
        String broken = Json.write(demo).replace("\"locations\":[\"linde-nord\"]", "\"locations\":[\"linde-sued\"]");

        assertThatThrownBy(() -> onboarding.onboard(Json.read(broken, BrandDocument.class)))
                .hasMessageContaining("linde-sued");

        assertThat(store.in(() -> tenants.bySlug(demo.brand().slug()))).isEmpty();
        assertThat(people()).isEmpty();
    }

    private static BrandDocument renamed(BrandDocument given, String suffix) {
        BrandDocument.Brand brand = given.brand();
        return new BrandDocument(
                new BrandDocument.Brand(
                        brand.slug() + "-" + suffix, brand.name(), brand.currency(), brand.colour(), brand.language()),
                given.hosts().stream()
                        .map(host -> new BrandDocument.Host(suffix + "-" + host.name(), host.kind()))
                        .toList(),
                given.locations(),
                given.users().stream()
                        .map(person -> new BrandDocument.Person(
                                person.login() + "-" + suffix,
                                person.name(),
                                person.role(),
                                person.locations(),
                                person.password()))
                        .toList());
    }

    private Shopfront shop() {
        return store.in(() -> hosts.shopfront(own + "-linde.localhost")).orElseThrow();
    }

    private Shopfront.Branch branch(String slug) {
        return shop().branch(slug).orElseThrow();
    }

    private static List<LocationId> ids(Shopfront shop) {
        return shop.branches().stream().map(Shopfront.Branch::id).toList();
    }

    private List<TillDesk.View> tills(TenantId tenant) {
        return store.in(() -> tills.tills(Scope.all(tenant)));
    }

    private List<UserView> people() {
        Caller staff = new Caller(new UUID(0, 0), "system", "system", new Reach.Installation());
        return store.in(() -> users.list(staff)).stream()
                .filter(user -> user.login().contains(own))
                .toList();
    }
}
