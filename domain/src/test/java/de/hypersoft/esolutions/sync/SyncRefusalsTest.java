package de.hypersoft.esolutions.sync;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.json;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.sync.held.DecideHeldLoads;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** What is asked of master data that never came, or came in a way that says two things. */
@OnBothDatabases
class SyncRefusalsTest extends HeldLoadsStage {

    SyncRefusalsTest(Store store) {
        super(store);
    }

    @Test
    void a_full_load_that_says_on_what_it_builds_is_refused_and_guests_see_the_menu_before() {
        full(dishes(1, 3));
        cutoff();
        SyncRuns.Load load =
                new SyncRuns.Load(location.tenant(), location.id(), SyncRun.Kind.FULL, Actor.till("1", "Kasse 1"));
        String built = json("v9", article("only", "")).replace("\"baseVersion\":null", "\"baseVersion\":\"v1\"");

        Refusal refused =
                Refusals.of(() -> store.in(() -> parts.intake.take(load, CatalogText.read(new StringReader(built)))));

        assertThat(refused.code()).isEqualTo("base-version-in-full-load");
        assertThat(refused.parameters()).containsEntry("field", "baseVersion");
        cutoff();
        assertThat(menu().articles()).hasSize(3);
        assertThat(Refusals.code(() -> store.in(() -> parts.sync.report(location.tenant(), location.id(), "v9"))))
                .isEqualTo("unknown-version");
    }

    @Test
    void what_no_till_has_sent_is_not_checked_again() {
        assertThat(Refusals.code(() -> store.in(() -> parts.intake.again(location.tenant(), location.id(), MIA))))
                .isEqualTo("nothing-received");

        full(dishes(1, 3));
        assertThat(store.in(() -> parts.intake.again(location.tenant(), location.id(), MIA))
                        .version())
                .isEqualTo("v1");
    }

    @Test
    void where_no_load_is_held_there_is_nothing_to_look_at() {
        full(dishes(1, 10));

        assertThat(Refusals.code(() -> missing("", 0))).isEqualTo("no-held-load");
        full(dishes(1, 3));
        assertThat(missing("", 0).found()).isEqualTo(7);
        decide(DecideHeldLoads.Decision.DISCARD);
        assertThat(Refusals.code(() -> missing("", 0))).isEqualTo("no-held-load");
    }

    @Test
    void T49_the_report_of_a_load_is_the_locations_own() {
        full(dishes(1, 3));
        TenantId stranger = TestLocations.open(store, clock.instant()).tenant();

        assertThat(store.in(() -> parts.sync.report(location.tenant(), location.id(), "v1"))
                        .version())
                .isEqualTo("v1");
        assertThat(Refusals.code(() -> store.in(() -> parts.sync.report(location.tenant(), location.id(), "v2"))))
                .isEqualTo("unknown-version");
        assertThat(Refusals.code(() -> store.in(() -> parts.sync.report(stranger, location.id(), "v1"))))
                .isEqualTo("unknown-location");
    }
}
