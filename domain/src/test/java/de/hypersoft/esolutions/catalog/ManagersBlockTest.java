package de.hypersoft.esolutions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.availability.ManageAvailability;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A manager and a till block dishes each by themselves, and lift what they blocked themselves. */
@OnBothDatabases
class ManagersBlockTest extends AvailabilitiesStage {

    private static final Actor MIA = Actor.user("7", "Mia");

    ManagersBlockTest(Store store) {
        super(store);
    }

    @Test
    void a_manager_lifts_the_own_block_and_not_the_tills() {
        sell(Catalogues.article("101", ""), Catalogues.article("102", ""));
        managerBlocks("101");
        tillBlocks("102", null);
        assertThat(now().blocked()).containsExactlyInAnyOrder("101", "102");

        unblock("102");
        assertThat(now().blocked()).as("the till's list is the till's business").contains("102");
        unblock("101");

        assertThat(now().blocked()).containsExactly("102");
    }

    @Test
    void a_dish_that_both_blocked_is_on_sale_when_neither_blocks_it_any_more() {
        sell(Catalogues.article("101", ""));
        managerBlocks("101");
        tillBlocks("101", clock.instant().plus(Duration.ofHours(1)));

        unblock("101");
        assertThat(now().blocked()).containsExactly("101");
        clock.advance(Duration.ofHours(1));
        assertThat(now().blocked()).isEmpty();
    }

    private void tillBlocks(String article, @Nullable Instant until) {
        report(List.of(new ManageAvailability.Block(article, until)), null);
    }

    private void managerBlocks(String article) {
        store.run(() ->
                availability.block(location.tenant(), location.id(), new ManageAvailability.Block(article, null), MIA));
    }

    private void unblock(String article) {
        store.run(() -> availability.unblock(location.tenant(), location.id(), article));
    }
}
