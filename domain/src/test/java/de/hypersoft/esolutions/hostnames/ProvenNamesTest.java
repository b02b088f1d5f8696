package de.hypersoft.esolutions.hostnames;

import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.hostnames.dns.AskDns;
import de.hypersoft.esolutions.hostnames.dns.DnsResolver;
import de.hypersoft.esolutions.hostnames.dns.DnsState;
import de.hypersoft.esolutions.hostnames.dns.DnsVerdict;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever registers a name first is not yet whoever owns it. */
@OnBothDatabases
class ProvenNamesTest {

    private static final DnsVerdict HERE = new DnsVerdict(DnsState.RIGHT, "right");

    private final HandClock clock = HandClock.at("2026-11-29T12:00:00Z");
    private final Store store;
    private final TestRegistry registry;
    private final TenantId linde;
    private final TenantId adler;
    private final TestNameServer server = new TestNameServer();
    private final String host = "gasthaus-" + UUID.randomUUID().toString().substring(0, 8) + ".example";

    ProvenNamesTest(Store store) throws IOException {
        this.store = store;
        this.registry = new TestRegistry(store, clock, "always");
        this.linde = registry.customer("linde");
        this.adler = registry.customer("adler");
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void a_name_that_leads_elsewhere_shows_no_shop_until_its_text_is_found() {
        register(linde);
        assertThat(shopOf()).isEmpty();
        assertThat(registry.memory().of(linde)).doesNotContain(host);

        registry.checks().answered(host, new DnsVerdict(DnsState.WRONG, "elsewhere"), "A 192.0.2.99");
        server.knows("_esolutions." + host, "TXT esolutions-domain=of-somebody-else");
        ask();
        assertThat(shopOf()).isEmpty();

        DomainProof proof = proof();
        assertThat(proof.name()).isEqualTo("_esolutions." + host);
        server.knows(proof.name(), "TXT " + proof.value()).knows(host, "A 192.0.2.99");
        clock.advance(Duration.ofHours(4));
        ask();

        assertThat(shopOf()).contains(linde);
        assertThat(view().proof()).isNull();
        assertThat(registry.history().of(new HostName(host), linde, 10))
                .extracting(DomainHistory.Line::event)
                .contains("domain-proven");
    }

    @Test
    void a_name_that_points_here_is_proven_by_that() {
        register(linde);

        registry.checks().answered(host, HERE, "A 192.0.2.10");

        assertThat(shopOf()).contains(linde);
    }

    @Test
    void a_name_that_another_customer_had_shortly_before_is_not_proven_by_records_that_still_lead_here() {
        register(linde);
        registry.checks().answered(host, HERE, "A 192.0.2.10");
        release();

        register(adler);
        registry.checks().answered(host, HERE, "A 192.0.2.10");
        assertThat(shopOf()).isEmpty();
        assertThat(proof().contested()).isTrue();

        registry.checks().proven(host, proof());
        assertThat(shopOf()).contains(adler);
    }

    @Test
    void an_answer_for_the_customer_before_proves_nothing_for_the_next() {
        register(linde);
        DomainProof ofLinde = proof();
        release();
        register(adler);

        registry.checks().proven(host, ofLinde);

        assertThat(shopOf()).isEmpty();
        assertThat(proof().value()).isNotEqualTo(ofLinde.value());
    }

    @Test
    void a_month_after_it_was_given_up_a_name_is_like_any_other_and_its_own_customer_may_come_back_at_once() {
        register(linde);
        release();
        register(linde);
        assertThat(proof().contested()).isFalse();
        release();

        clock.advance(Duration.ofDays(31));
        register(adler);

        assertThat(proof().contested()).isFalse();
    }

    @Test
    void the_vendors_own_addresses_need_no_proof() {
        String vendor = host.replace(".example", "") + ".myhypersoftapp.example";
        assertThat(registry.domains().register(staff(), linde, vendor, null).proof())
                .isNull();
    }

    private void register(TenantId tenant) {
        clock.advance(Duration.ofSeconds(1));
        registry.domains().register(staff(), tenant, host, null);
    }

    private void release() {
        clock.advance(Duration.ofSeconds(1));
        store.run(() -> registry.domains().release(staff(), host));
    }

    /** As the timer does, of all hosts that are due. */
    private void ask() {
        AskDns asking =
                new AskDns(registry.checks(), new DnsResolver(Optional.of(server.address())), TestRegistry.SETTINGS);
        while (asking.ask(50) > 0) continue;
    }

    private Optional<TenantId> shopOf() {
        registry.memory().forget();
        return registry.memory().tenantOf(host);
    }

    private DomainView view() {
        return registry.domains().get(staff(), host);
    }

    private DomainProof proof() {
        return Objects.requireNonNull(view().proof());
    }
}
