package de.hypersoft.esolutions.sync.request;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.sync.AskedTills;
import de.hypersoft.esolutions.sync.CatalogIntake;
import de.hypersoft.esolutions.sync.ImportCatalog;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.ManageSync;
import de.hypersoft.esolutions.sync.SyncParts;
import de.hypersoft.esolutions.sync.SyncRun;
import de.hypersoft.esolutions.sync.SyncRuns;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.io.StringReader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The ad-hoc sync (seed 000): asked, answered, loading, checked, published, or why not. */
@OnBothDatabases
class RequestSyncTest {

    private static final Actor TILL = Actor.till("1", "Kasse 1");
    private static final Actor MIA = Actor.user("7", "Mia");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final AskedTills tills;
    private final Told<Changed> told;
    private final CatalogIntake intake;
    private final SyncRuns runs;
    private final ManageSync sync;
    private final RequestSync syncs;
    private final FollowSync following;
    private final Location location;

    RequestSyncTest(Store store) {
        this.store = store;
        SyncParts parts = new SyncParts(store, clock);
        this.tills = parts.tills;
        this.told = parts.told;
        this.runs = parts.runs;
        this.intake = parts.intake;
        this.sync = parts.sync;
        this.syncs = parts.syncs;
        this.following = parts.following;
        this.location = TestLocations.open(store, clock.instant());
        load("v1", article("101", ""));
        tills.till = Optional.of("Kasse 1");
    }

    @Test
    void a_requested_sync_goes_from_asked_to_published_and_each_step_is_seen() {
        assertThat(request().stage()).isEqualTo(SyncStage.ASKED);
        assertThat(progress().till()).isEqualTo("Kasse 1");

        store.run(() -> following.answered(asked()));
        assertThat(progress().stage()).isEqualTo(SyncStage.ANSWERED);

        assertThat(store.in(() -> following.receiving(location.id(), 65_536, 200_000)))
                .isTrue();
        assertThat(progress().stage()).isEqualTo(SyncStage.LOADING);
        assertThat(progress().received()).isEqualTo(65_536);
        assertThat(progress().total()).isEqualTo(200_000);

        store.run(() -> following.checking(location.id(), 200_000));
        assertThat(progress().stage()).isEqualTo(SyncStage.CHECKING);

        LoadReport report = load("v2", article("102", ""), article("bad", "\"deposit\":\"KEG\""));

        assertThat(report.state()).isEqualTo(LoadReport.State.PUBLISHED);
        assertThat(progress().stage()).isEqualTo(SyncStage.PUBLISHED);
        assertThat(progress().version()).isEqualTo("v2");
        assertThat(progress().articles()).isEqualTo(1);
        assertThat(progress().refused()).isEqualTo(1);
        assertThat(shown()).isEqualTo("v2");
        assertThat(tills.calledOff).containsExactly(asked());
        assertThat(told.events()).hasSize(5).allMatch(c -> c.what() == Changed.What.SYNC);
    }

    @Test
    void pressing_twice_asks_once_and_after_the_end_again() {
        request();
        request();
        assertThat(tills.asked).hasSize(1);

        load("v2", article("102", ""));
        request();

        assertThat(tills.asked).hasSize(2);
    }

    @Test
    void a_till_that_is_away_is_said_at_once_and_what_waits_is_published() {
        tills.till = Optional.empty();
        load("v2", article("102", ""));
        assertThat(shown()).isEqualTo("v1");

        SyncProgress progress = request();

        assertThat(progress.stage()).isEqualTo(SyncStage.TILL_AWAY);
        assertThat(progress.version()).isEqualTo("v2");
        assertThat(shown()).isEqualTo("v2");
        assertThat(request().version())
                .as("the second time nothing waits any more")
                .isEmpty();
    }

    @Test
    void a_till_that_does_not_answer_ends_it_after_two_minutes_and_not_before() {
        load("v2", article("102", ""));
        request();

        clock.advance(Duration.ofSeconds(119));
        expire();
        assertThat(progress().stage()).isEqualTo(SyncStage.ASKED);
        assertThat(shown()).isEqualTo("v1");

        clock.advance(Duration.ofSeconds(1));
        expire();
        assertThat(progress().stage()).isEqualTo(SyncStage.SILENT);
        assertThat(progress().version()).isEqualTo("v2");
        assertThat(shown()).isEqualTo("v2");
        assertThat(tills.calledOff).containsExactly(asked());
        expire();
        assertThat(history(SyncRun.Kind.REQUEST)).isEqualTo(1);
    }

    @Test
    void a_till_that_answers_and_sends_nothing_ends_it_after_a_quarter_of_an_hour() {
        request();
        clock.advance(Duration.ofSeconds(90));
        store.run(() -> following.answered(asked()));

        clock.advance(Duration.ofMinutes(14));
        expire();
        assertThat(progress().stage()).isEqualTo(SyncStage.ANSWERED);

        clock.advance(Duration.ofMinutes(1));
        expire();
        assertThat(progress().stage()).isEqualTo(SyncStage.NO_DATA);
        assertThat(progress().version()).isEmpty();
        assertThat(shown()).isEqualTo("v1");
    }

    @Test
    void a_till_that_sends_what_is_shown_already_changes_nothing() {
        request();

        assertThat(load("v1", article("101", "")).state()).isEqualTo(LoadReport.State.PUBLISHED);

        assertThat(progress().stage()).isEqualTo(SyncStage.UNCHANGED);
    }

    @Test
    void a_version_that_was_staged_before_is_published_when_the_till_sends_it_again() {
        load("v2", article("102", ""));
        request();

        assertThat(load("v2", article("102", "")).state()).isEqualTo(LoadReport.State.PUBLISHED);

        assertThat(progress().stage()).isEqualTo(SyncStage.PUBLISHED);
        assertThat(shown()).isEqualTo("v2");
    }

    @Test
    void T24_a_refused_load_ends_it_with_its_reason_and_guests_see_what_they_saw() {
        request();

        assertThatThrownBy(() -> load("v2", article("bad", "\"deposit\":\"KEG\"")))
                .isInstanceOf(Refusal.class);

        assertThat(progress().stage()).isEqualTo(SyncStage.REFUSED);
        assertThat(progress().code()).isEqualTo("nothing-to-sell");
        assertThat(progress().facts()).containsEntry("refused", "1").containsEntry("version", "v2");
        assertThat(progress().refused()).isEqualTo(1);
        assertThat(shown()).isEqualTo("v1");
        LoadReport report = store.in(() -> sync.report(location.tenant(), location.id(), "v2"));
        assertThat(report.kind()).as("the load's own report, not the request's").isEqualTo(SyncRun.Kind.FULL);
    }

    @Test
    void T57_an_increment_with_a_gap_does_not_end_it_because_the_whole_follows() {
        request();
        clock.advance(Duration.ofSeconds(1));
        Refusal gap = new Conflict("full-load-required", "send everything");
        store.run(() -> following.refused(location.id(), "v9", gap));
        assertThat(progress().stage()).isEqualTo(SyncStage.ASKED);

        load("v9", article("109", ""));

        assertThat(progress().stage()).isEqualTo(SyncStage.PUBLISHED);
    }

    @Test
    void a_till_without_a_catalogue_says_so_and_a_late_word_changes_nothing() {
        request();
        store.run(() -> following.unable(asked(), "Hier liegt keine Datei."));

        assertThat(progress().stage()).isEqualTo(SyncStage.REFUSED);
        assertThat(progress().code()).isEqualTo("till-has-no-catalog");
        assertThat(progress().detail()).isEqualTo("Hier liegt keine Datei.");
        assertThat(progress().facts()).containsExactly(Map.entry("said", "Hier liegt keine Datei."));
        store.run(() -> following.unable(asked(), "noch einmal"));
        store.run(() -> following.answered(asked()));
        assertThat(progress().detail()).isEqualTo("Hier liegt keine Datei.");
    }

    @Test
    void a_load_that_nobody_asked_for_still_waits_for_the_day_end() {
        assertThat(store.in(() -> following.receiving(location.id(), 0, 10))).isFalse();

        assertThat(load("v2", article("102", "")).state()).isEqualTo(LoadReport.State.STAGED);
        assertThat(shown()).isEqualTo("v1");
    }

    @Test
    void the_history_tells_who_asked_and_how_it_ended() {
        request();
        load("v2", article("102", ""));

        ManageSync.Run newest = store.in(() -> sync.history(location.tenant(), location.id(), 0))
                .get(0);

        assertThat(newest.kind()).isEqualTo(SyncRun.Kind.REQUEST);
        assertThat(newest.actor()).isEqualTo("Mia");
        assertThat(newest.report().state()).isEqualTo(LoadReport.State.PUBLISHED);
        assertThat(newest.menuState()).isNull();
    }

    @Test
    void T49_nobody_asks_the_till_of_another_tenant() {
        Location stranger = TestLocations.open(store, clock.instant());

        assertThatThrownBy(() -> store.in(() -> syncs.request(stranger.tenant(), location.id(), MIA)))
                .isInstanceOf(NotFound.class);
        assertThat(tills.asked).isEmpty();
    }

    private SyncProgress request() {
        clock.advance(Duration.ofSeconds(1));
        return store.in(() -> syncs.request(location.tenant(), location.id(), MIA));
    }

    private UUID asked() {
        return tills.asked.get(tills.asked.size() - 1);
    }

    private SyncProgress progress() {
        return store.in(() -> sync.progress(location.id())).orElseThrow();
    }

    private void expire() {
        for (UUID due : store.in(() -> following.due(1_000))) {
            if (tills.asked.contains(due)) store.run(() -> following.expire(due));
        }
    }

    private long history(SyncRun.Kind kind) {
        return store.in(() -> sync.history(location.tenant(), location.id(), 0)).stream()
                .filter(run -> run.kind() == kind)
                .count();
    }

    private String shown() {
        return store.in(() -> sync.shown(location.id())).orElseThrow().version();
    }

    /** As {@link ImportCatalog} does it, with the transactions of a server. */
    private LoadReport load(String version, String... articles) {
        SyncRuns.Load load = new SyncRuns.Load(location.tenant(), location.id(), SyncRun.Kind.FULL, TILL);
        clock.advance(Duration.ofSeconds(1));
        CatalogText.Result read = CatalogText.read(new StringReader(json(version, articles)));
        try {
            return store.in(() -> intake.take(load, read));
        } catch (Refusal refusal) {
            store.run(() -> runs.refused(load, version, refusal));
            store.run(() -> following.refused(location.id(), version, refusal));
            throw refusal;
        }
    }
}
