package de.hypersoft.esolutions.hostnames.shopfront;

import static de.hypersoft.esolutions.hostnames.TestRegistry.manager;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.hostnames.HostCertificate;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.HostRules;
import de.hypersoft.esolutions.hostnames.HostTaken;
import de.hypersoft.esolutions.hostnames.ShopDomain;
import de.hypersoft.esolutions.hostnames.TestRegistry;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Half of the guests type www. and the other half do not. */
@OnBothDatabases
class CanonicalHostTest {

    private final HandClock clock = HandClock.at("2026-11-29T12:00:00Z");
    private final Store store;
    private final TestRegistry registry;
    private final CanonicalHost canonical;
    private final TenantId linde;
    private final String bare = "gasthaus-" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    private final String www = "www." + bare;

    CanonicalHostTest(Store store) {
        this.store = store;
        this.registry = new TestRegistry(store, clock);
        this.canonical = registry.canonical();
        this.linde = registry.customer("linde");
        registry.domains().register(staff(), linde, bare, null);
    }

    @Test
    void a_guest_who_types_www_is_offered_to_nobody_until_it_is_registered_and_then_comes_to_the_canonical_one() {
        assertThat(canonical.of(manager(linde), bare)).hasValueSatisfying(it -> {
            assertThat(it.other().value()).isEqualTo(www);
            assertThat(it.registered()).isFalse();
        });

        canonical.choose(staff(), bare, bare);
        secured(bare);

        assertThat(registry.memory().tenantOf(www)).contains(linde);
        assertThat(sentOnFrom(www)).contains(bare);
        assertThat(sentOnFrom(bare)).isEmpty();
        assertThat(canonical.of(staff(), www)).hasValueSatisfying(it -> {
            assertThat(it.canonical()).isEqualTo(new HostName(bare));
            assertThat(it.secure()).isTrue();
        });
    }

    @Test
    void the_other_way_round_from_the_page_of_the_other_and_never_both_at_once() {
        canonical.choose(staff(), bare, bare);
        secured(bare);
        secured(www);

        canonical.choose(staff(), www, www);
        registry.memory().forget();

        assertThat(sentOnFrom(bare)).contains(www);
        assertThat(sentOnFrom(www)).isEmpty();
        assertThat(registry.memory().shopfront(bare).flatMap(Shopfront::canonicalHost))
                .as("T47: search engines know one of both")
                .contains(new HostName(www));

        canonical.choose(staff(), www, "");
        assertThat(sentOnFrom(bare)).isEmpty();
        assertThat(sentOnFrom(www)).isEmpty();
    }

    @Test
    void nobody_is_sent_to_an_address_whose_certificate_is_missing_or_has_ended() {
        canonical.choose(staff(), bare, www);
        assertThat(sentOnFrom(bare)).isEmpty();

        secured(www);
        assertThat(sentOnFrom(bare)).contains(www);

        clock.advance(Duration.ofDays(30));
        registry.memory().forget();
        assertThat(sentOnFrom(bare)).isEmpty();
    }

    @Test
    void guests_are_answered_again_where_they_came_when_the_address_they_were_sent_to_is_given_up() {
        canonical.choose(staff(), bare, www);
        secured(www);

        store.run(() -> registry.domains().release(staff(), www));
        registry.domains().register(staff(), linde, www, null);
        secured(www);

        assertThat(sentOnFrom(bare)).isEmpty();
    }

    @Test
    void a_second_name_of_another_customer_is_neither_taken_nor_shown() {
        TenantId adler = registry.customer("adler");
        registry.domains().register(staff(), adler, www, null);
        secured(www);

        assertThatThrownBy(() -> canonical.choose(staff(), bare, www)).isInstanceOf(HostTaken.class);

        assertThat(canonical.of(manager(linde), bare))
                .hasValueSatisfying(it -> assertThat(it.registered()).isFalse());
        assertThat(sentOnFrom(bare)).isEmpty();
        assertThat(sentOnFrom(www)).isEmpty();
    }

    @Test
    void a_row_that_names_a_foreign_or_a_sending_host_sends_nobody_there() {
        TenantId adler = registry.customer("adler");
        registry.domains().register(staff(), adler, "adler-" + bare, null);
        secured("adler-" + bare);
        registry.domains().register(staff(), linde, www, null);
        secured(bare);
        secured(www);

        store.run(() -> row(bare).sendTo(new HostName("adler-" + bare)));
        assertThat(sentOnFrom(bare)).isEmpty();
        store.run(() -> {
            row(bare).sendTo(new HostName(www));
            row(www).sendTo(new HostName(bare));
        });
        assertThat(sentOnFrom(bare)).isEmpty();
        assertThat(sentOnFrom(www)).isEmpty();
    }

    @Test
    void only_hosting_staff_choose_and_only_one_of_both() {
        assertThatThrownBy(() -> canonical.choose(manager(linde), bare, bare)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> canonical.choose(staff(), bare, "evil.example"))
                .isInstanceOf(Invalid.class);
        registry.domains().register(staff(), linde, "bestellen." + bare, null);
        assertThat(canonical.of(staff(), "bestellen." + bare)).isEmpty();
    }

    private ShopDomain row(String host) {
        return store.entities().find(ShopDomain.class, host);
    }

    private Optional<String> sentOnFrom(String host) {
        registry.memory().forget();
        return registry.memory().rules(host).map(HostRules::canonical).map(HostName::value);
    }

    private void secured(String host) {
        store.run(() -> registry.axis()
                .moved(
                        new HostName(host),
                        HostCertificate.ACTIVE,
                        "",
                        clock.instant().plus(Duration.ofDays(30))));
    }
}
