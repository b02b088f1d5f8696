package de.hypersoft.esolutions.ordering.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.ordering.ClickStage;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderReceipt;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class GuestBlocksTest {

    private final Store store;
    private final ClickStage stage;
    private final Scope brand;
    private final Actor mia = Actor.user("mia", "Mia");
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    GuestBlocksTest(Store store) {
        this.store = store;
        this.stage = new ClickStage(store);
        this.brand = new Scope.Brand(stage.location.tenant());
    }

    @Test
    void a_blocked_guest_is_politely_asked_to_call_whatever_dress_the_address_wears() {
        block(first(), false);

        for (String dressed : List.of(mail(), mail().toUpperCase(), "v" + run + "+pizza@gast.example"))
            assertThatThrownBy(() -> stage.order("key-again" + dressed, dressed))
                    .isInstanceOfSatisfying(Conflict.class, refused -> {
                        assertThat(refused.code()).isEqualTo("order-by-phone");
                        assertThat(refused.parameters()).containsEntry("phone", "+49 30 1234567");
                    });
        assertThat(stage.order("key-other", "other" + run + "@gast.example")).isInstanceOf(OrderReceipt.class);
    }

    @Test
    void the_same_phone_with_another_mail_address_is_blocked_too() {
        block(first(), false);
        Guest same = stage.request("key-first", "fresh" + run + "@gast.example").guest();

        assertThatThrownBy(() -> stage.order("key-second", same)).hasMessageContaining("web");
    }

    @Test
    void a_guest_who_is_blocked_at_one_location_orders_at_another_and_at_none_when_the_brand_says_so() {
        Order order = first();
        block(order, false);
        ClickStage elsewhere = new ClickStage(store);

        assertThat(elsewhere.order("key-elsewhere", order.document().guest())).isInstanceOf(OrderReceipt.class);
        store.run(() -> stage.blocks.unblock(brand, mia, list(brand).get(0).id()));
        block(order, true);

        assertThat(list(brand)).singleElement().satisfies(block -> assertThat(block.wholeBrand())
                .isTrue());
    }

    @Test
    void unblocking_lets_the_guest_order_and_both_acts_are_in_the_log() {
        Order order = first();
        block(order, false);
        block(order, false);
        UUID id = list(brand).get(0).id();
        stage.clock.advance(Duration.ofSeconds(1));

        store.run(() -> stage.blocks.unblock(brand, mia, id));

        assertThat(list(brand)).isEmpty();
        assertThat(stage.order("key-again", mail())).isInstanceOf(OrderReceipt.class);
        assertThat(acts()).containsExactly("guest-blocked ordered twice for nobody", "guest-unblocked ");
        assertThatThrownBy(() -> store.run(() -> stage.blocks.unblock(brand, mia, id)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nobody_blocks_or_unblocks_beyond_their_locations() {
        Order order = first();
        Scope none = new Scope.Places(stage.location.tenant(), Set.of());
        Scope here = new Scope.Places(stage.location.tenant(), Set.of(stage.location.id()));

        assertThatThrownBy(() -> store.run(() -> stage.blocks.block(none, mia, order.id(), "because", false)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> store.run(() -> stage.blocks.block(here, mia, order.id(), "because", true)))
                .isInstanceOf(Forbidden.class);
        block(order, true);
        UUID id = list(brand).get(0).id();
        assertThat(list(none)).isEmpty();
        assertThatThrownBy(() -> store.run(() -> stage.blocks.unblock(none, mia, id)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> store.run(() -> stage.blocks.unblock(here, mia, id)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void who_is_there_for_one_location_ends_a_block_of_it_and_the_log_names_the_order() {
        Order order = first();
        block(order, false);
        Scope here = new Scope.Places(stage.location.tenant(), Set.of(stage.location.id()));

        store.run(() -> stage.blocks.unblock(here, mia, list(here).get(0).id()));

        assertThat(list(brand)).isEmpty();
        assertThat(store.in(() -> new Audit(store.entities(), stage.clock)
                        .newest(stage.location.tenant().value(), 0, 50)))
                .extracting(line -> line.action() + " " + line.subject())
                .contains("guest-unblocked " + order.number());
    }

    @Test
    void a_block_ends_after_a_year_and_tells_nobody_who_it_was_after_the_guest_is_forgotten() {
        Order order = first();
        store.run(() -> stage.blocks.block(brand, mia, order.id(), "Viktor Sievers kam nie", false));
        GuestTraces.Of meant = new GuestTraces.Of(
                order.id().value(), order.tenant().value(), order.number(), GuestWords.of(order.document()));
        BlockTraces traces = new BlockTraces(store.entities());
        assertThat(store.in(() -> traces.export(meant)).toString()).contains("Viktor");

        assertThat(store.in(() -> traces.erase(List.of(meant)))).isEqualTo(1);

        assertThat(list(brand)).singleElement().satisfies(block -> assertThat(block.reason())
                .doesNotContain("Viktor", "Sievers")
                .endsWith("kam nie"));
        stage.clock.advance(Duration.ofDays(365));
        assertThat(list(brand)).isEmpty();
        assertThat(store.in(stage.blocks::sweep)).isPositive();
        assertThat(stage.order("key-next-year", mail())).isInstanceOf(OrderReceipt.class);
    }

    private Order first() {
        OrderReceipt receipt = (OrderReceipt) stage.order("key-first", mail());
        return store.in(() -> new Orders(store.entities()).get(receipt.orderId()));
    }

    private void block(Order order, boolean everywhere) {
        store.run(() -> stage.blocks.block(brand, mia, order.id(), " ordered twice for nobody", everywhere));
    }

    private List<GuestBlocks.Block> list(Scope scope) {
        return store.running() ? stage.blocks.list(scope) : store.in(() -> stage.blocks.list(scope));
    }

    private String mail() {
        return "v" + run + "@gast.example";
    }

    private List<String> acts() {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select a.action || ' ' || a.detail from kernel.audit_entry a where a.tenant_id = :tenant"
                                + " order by a.id",
                        String.class)
                .setParameter("tenant", stage.location.tenant().value())
                .getResultStream()
                .map(String.class::cast)
                .toList());
    }
}
