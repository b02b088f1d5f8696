package de.hypersoft.esolutions.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ClusterLockTest {

    private final Store store;
    private final ClusterLock lock;

    ClusterLockTest(Store store) {
        this.store = store;
        this.lock = new ClusterLock(store.entities());
    }

    @Test
    void a_duty_is_one_node_s_until_its_transaction_ends_and_keeps_none_from_another_duty() {
        store.run(() -> {
            assertThat(lock.take("day-end")).isTrue();
            assertThat(takenByAnotherNode("day-end")).isFalse();
            assertThat(takenByAnotherNode("guest-data")).isTrue();
        });

        assertThat(takenByAnotherNode("day-end")).isTrue();
    }

    @Test
    void a_duty_that_no_migration_made_is_nobody_s() {
        assertThat(takenByAnotherNode("no such duty")).isFalse();
    }

    private boolean takenByAnotherNode(String duty) {
        return CompletableFuture.supplyAsync(() -> store.in(() -> lock.take(duty)))
                .join();
    }
}
