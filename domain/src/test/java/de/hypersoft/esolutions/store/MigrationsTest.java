package de.hypersoft.esolutions.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.database.Migrations;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import org.junit.jupiter.api.Test;

/** Opening a store migrates an empty database and lets Hibernate compare every mapping with the tables it finds. */
@OnBothDatabases
class MigrationsTest {

    private final Store store;

    MigrationsTest(Store store) {
        this.store = store;
    }

    @Test
    void a_second_node_finds_nothing_left_to_migrate() {
        long before = applied();

        Migrations.migrate(store.database());

        assertThat(applied()).isEqualTo(before).isPositive();
    }

    private long applied() {
        return store.in(() -> ((Number) store.entities()
                        .createNativeQuery("select count(*) from \"migration\".\"flyway_schema_history\"")
                        .getSingleResult())
                .longValue());
    }
}
