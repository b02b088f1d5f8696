package de.hypersoft.esolutions.sync.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.text.Utf8;
import de.hypersoft.esolutions.sync.SyncParts;
import de.hypersoft.esolutions.sync.SyncRun;
import de.hypersoft.esolutions.sync.SyncRuns;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a page can say about a load that was refused as a whole. */
@OnBothDatabases
class RefusedFactsTest {

    private static final Actor TILL = Actor.till("1", "Kasse 1");

    private final Store store;
    private final SyncParts parts;
    private final Location location;

    RefusedFactsTest(Store store) {
        HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
        this.store = store;
        this.parts = new SyncParts(store, clock);
        this.location = TestLocations.open(store, clock.instant());
        parts.tills.till = Optional.of("Kasse 1");
    }

    @Test
    void who_reads_of_a_load_in_another_encoding_is_told_which_and_where() {
        store.run(() -> parts.syncs.request(location.tenant(), location.id(), Actor.user("mia", "Mia")));
        byte[] latin = "{\n\"version\":\"Käse\"}".getBytes(StandardCharsets.ISO_8859_1);
        Invalid refusal = catchThrowableOfType(Invalid.class, () -> Utf8.text(latin, "body"));
        SyncRuns.Load load = new SyncRuns.Load(location.tenant(), location.id(), SyncRun.Kind.FULL, TILL);

        store.run(() -> parts.runs.refused(load, "", refusal));
        store.run(() -> parts.following.refused(location.id(), "", refusal));

        SyncProgress progress =
                store.in(() -> parts.sync.progress(location.id())).orElseThrow();
        assertThat(progress.facts()).containsEntry("line", "2");
        assertThat(progress.facts().get("encoding")).contains("Windows-1252");
        assertThat(store.in(() -> parts.sync.history(location.tenant(), location.id(), 0)))
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.report().facts()).containsEntry("line", "2"));
    }

    @Test
    void a_mistake_in_the_json_is_told_with_its_line() {
        Invalid refusal = catchThrowableOfType(
                Invalid.class, () -> CatalogText.read(new StringReader("{\"version\":\"v1\",\n\"currency\" 7}")));

        assertThat(refusal.code()).isEqualTo("malformed-json");
        assertThat(RefusedFacts.of(refusal, "")).containsEntry("line", "2").containsKey("column");
    }

    @Test
    void what_a_till_says_is_stored_however_long_it_is() {
        store.run(() -> parts.syncs.request(location.tenant(), location.id(), Actor.user("mia", "Mia")));
        String said = "\u0001\"🍕".repeat(200);

        store.run(() -> parts.following.unable(parts.tills.asked.get(0), said));

        SyncProgress progress =
                store.in(() -> parts.sync.progress(location.id())).orElseThrow();
        assertThat(progress.facts()).hasSize(1);
        assertThat(said).startsWith(progress.facts().get("said"));
        assertThat(RefusedFacts.of(Map.of("a", "x".repeat(101))).get("a")).hasSize(100);
    }
}
