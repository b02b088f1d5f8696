package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Redaction;
import de.hypersoft.esolutions.ordering.guests.BlockedGuest;
import de.hypersoft.esolutions.ordering.guests.GuestBlocks;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom nobody can block, and which block nobody can end. */
@OnBothDatabases
class GuestBlocksRefusalsTest {

    private final Store store;
    private final ClickStage stage;
    private final Scope brand;
    private final Scope here;
    private final Actor mia = Actor.user("mia", "Mia");

    GuestBlocksRefusalsTest(Store store) {
        this.store = store;
        this.stage = new ClickStage(store);
        this.brand = new Scope.Brand(stage.location.tenant());
        this.here = new Scope.Places(stage.location.tenant(), Set.of(stage.location.id()));
    }

    @Test
    void a_guest_who_was_forgotten_cannot_be_blocked_any_more() {
        OrderId order = ordered("key-forgotten");
        store.run(() -> new Orders(store.entities()).get(order).forgetGuest(Redaction.of("", "", List.of())));

        assertThat(Refusals.code(() -> block(brand, order, false))).isEqualTo("guest-forgotten");
        assertThat(listed()).isEmpty();
    }

    @Test
    void who_is_there_for_one_location_blocks_nobody_everywhere_and_ends_no_such_block() {
        OrderId order = ordered("key-everywhere");
        assertThat(Refusals.code(() -> block(here, order, true))).isEqualTo("whole-tenant-needed");
        assertThat(listed()).isEmpty();

        block(brand, order, true);
        UUID id = listed().get(0).id();
        assertThat(Refusals.code(() -> store.run(() -> stage.blocks.unblock(here, mia, id))))
                .isEqualTo("whole-tenant-needed");
        assertThat(listed()).hasSize(1);
    }

    @Test
    void a_block_that_is_over_or_of_another_brand_cannot_be_ended() {
        block(brand, ordered("key-ended"), false);
        UUID id = listed().get(0).id();
        Scope others = new Scope.Brand(new ClickStage(store).location.tenant());

        assertThat(Refusals.code(() -> store.run(() -> stage.blocks.unblock(others, mia, id))))
                .isEqualTo("unknown-block");
        assertThat(listed()).hasSize(1);
        store.run(() -> stage.blocks.unblock(brand, mia, id));
        assertThat(Refusals.code(() -> store.run(() -> stage.blocks.unblock(brand, mia, id))))
                .isEqualTo("unknown-block");
    }

    @Test
    void T49_an_order_of_another_location_is_nobodys_to_block() {
        OrderId order = ordered("key-elsewhere");
        Scope nowhere = new Scope.Places(stage.location.tenant(), Set.of());

        assertThat(Refusals.code(() -> block(nowhere, order, false))).isEqualTo("unknown-order");
        assertThat(listed()).isEmpty();
    }

    @Test
    void a_list_that_nobody_can_read_any_more_grows_no_longer() {
        fill(GuestBlocks.MOST - 1);
        block(brand, ordered("key-last"), false);
        OrderId next = ordered("key-too-many");

        assertThat(Refusals.code(() -> block(brand, next, false))).isEqualTo("too-many-blocks");

        store.run(() -> stage.blocks.unblock(brand, mia, listed().get(0).id()));
        block(brand, next, false);
        assertThat(listed()).hasSize(GuestBlocks.MOST);
    }

    private void fill(int blocks) {
        Instant now = stage.clock.instant();
        store.run(() -> {
            for (int i = 0; i < blocks; i++)
                store.entities()
                        .createNativeQuery("insert into ordering.blocked_guest (id, tenant_id, location_id,"
                                + " whole_brand, mail_hash, phone_hash, order_id, order_number, reason, blocked_by,"
                                + " blocked_at, ends_at) values (:id, :tenant, :location, false, 'm', 'p', :id, 'n',"
                                + " 'came never', 'Mia', :now, :ends)")
                        .setParameter("id", UUID.randomUUID())
                        .setParameter("tenant", stage.location.tenant().value())
                        .setParameter("location", stage.location.id().value())
                        .setParameter("now", now)
                        .setParameter("ends", now.plus(BlockedGuest.LASTS))
                        .executeUpdate();
        });
    }

    private OrderId ordered(String key) {
        return ((OrderReceipt) stage.order(key, key + UUID.randomUUID() + "@gast.example")).orderId();
    }

    private void block(Scope scope, OrderId order, boolean everywhere) {
        store.run(() -> stage.blocks.block(scope, mia, order, "ordered twice for nobody", everywhere));
    }

    private List<GuestBlocks.Block> listed() {
        return store.running() ? stage.blocks.list(brand) : store.in(() -> stage.blocks.list(brand));
    }
}
