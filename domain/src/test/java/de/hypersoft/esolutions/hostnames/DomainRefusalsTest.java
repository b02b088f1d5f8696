package de.hypersoft.esolutions.hostnames;

import static de.hypersoft.esolutions.hostnames.TestRegistry.manager;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is refused of a host that is not there any more, not the customer's own, or has no other name. */
@OnBothDatabases
class DomainRefusalsTest {

    private final Store store;
    private final TestRegistry registry;
    private final TenantId linde;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String own = "www.linde-" + run + ".example";
    private final String ours = "linde-" + run + ".myhypersoftapp.example";

    DomainRefusalsTest(Store store) {
        this.store = store;
        this.registry = new TestRegistry(store, HandClock.at("2026-11-22T12:00:00Z"));
        this.linde = registry.customer("linde");
        registry.domains().register(staff(), linde, own, null);
        registry.domains().register(staff(), linde, ours, null);
    }

    @Test
    void an_address_of_ours_is_released_once_and_an_own_domain_is_gone_then() {
        store.run(() -> registry.domains().release(staff(), ours));
        store.run(() -> registry.domains().release(staff(), own));

        assertThat(Refusals.code(() -> store.run(() -> registry.domains().release(staff(), ours))))
                .isEqualTo("host-released");
        assertThat(Refusals.code(() -> store.run(() -> registry.domains().release(staff(), own))))
                .isEqualTo("unknown-domain");
        assertThat(Refusals.code(() -> registry.domains().get(staff(), own))).isEqualTo("unknown-domain");
        assertThat(Refusals.code(() -> store.run(() -> registry.axis().lock(new HostName(own)))))
                .isEqualTo("unknown-domain");
    }

    @Test
    void what_only_an_own_domain_has_is_not_given_to_an_address_of_ours() {
        assertThat(List.of(
                        Refusals.code(() -> registry.domains().contact(staff(), ours, "it@linde.example")),
                        Refusals.code(() -> registry.domains().askDns(staff(), ours)),
                        Refusals.code(() -> registry.domains().hsts(staff(), ours, false)),
                        Refusals.code(() -> store.run(() -> registry.axis().lock(new HostName(ours))))))
                .containsOnly("not-an-own-domain");
        registry.domains().contact(staff(), own, "it@linde.example");
        assertThat(registry.history().of(new HostName(own), linde, 50))
                .extracting(DomainHistory.Line::event)
                .contains("contact-changed");
    }

    @Test
    void a_name_that_nobody_types_otherwise_or_a_third_one_is_no_counterpart() {
        String deep = "a.b.linde-" + run + ".example";
        registry.domains().register(staff(), linde, deep, null);

        assertThat(Refusals.code(() -> registry.canonical().choose(staff(), ours, ours)))
                .isEqualTo("no-counterpart");
        assertThat(Refusals.code(() -> registry.canonical().choose(staff(), deep, deep)))
                .isEqualTo("no-counterpart");
        assertThat(Refusals.code(() -> registry.canonical().choose(staff(), own, "shop.linde-" + run + ".example")))
                .isEqualTo("no-counterpart");
        assertThat(registry.domains().list(manager(linde)))
                .as("the other name was not registered on the way")
                .extracting(view -> view.host().value())
                .containsExactlyInAnyOrder(own, ours, deep);
    }

    @Test
    void T49_another_customers_domain_is_unknown() {
        TenantId adler = registry.customer("adler");

        assertThat(Refusals.code(() -> registry.domains().get(manager(adler), own)))
                .isEqualTo("unknown-domain");
        assertThat(registry.domains().list(manager(adler))).isEmpty();
        assertThat(Refusals.code(() -> registry.domains().askDns(manager(linde), own)))
                .isEqualTo("staff-only");
    }
}
