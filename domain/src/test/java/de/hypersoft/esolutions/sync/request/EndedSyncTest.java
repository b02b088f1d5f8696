package de.hypersoft.esolutions.sync.request;

import static de.hypersoft.esolutions.catalog.Catalogues.json;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.sync.HeldLoadsStage;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.ManageSync;
import de.hypersoft.esolutions.sync.SyncRun;
import de.hypersoft.esolutions.sync.SyncRuns;
import de.hypersoft.esolutions.sync.held.DecideHeldLoads.Decision;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The ways in which a sync ends that a person asked for: what the page says, and what stays in the history. */
@OnBothDatabases
class EndedSyncTest extends HeldLoadsStage {

    EndedSyncTest(Store store) {
        super(store);
        parts.tills.till = Optional.of("Kasse 1");
    }

    @Test
    void a_catalogue_that_is_too_large_ends_it_with_how_large_it_may_be() {
        full(dishes(1, 3));
        UUID asked = ask();

        store.run(() -> parts.following.tooLarge(location.id(), 67_108_864));

        assertThat(progress().stage()).isEqualTo(SyncStage.REFUSED);
        assertThat(progress().code()).isEqualTo("too-large");
        assertThat(progress().detail()).contains("64 MB");
        assertThat(progress().facts()).containsExactly(Map.entry("max", "64"));
        assertThat(parts.tills.calledOff).containsExactly(asked);
        assertThat(newest().kind()).isEqualTo(SyncRun.Kind.REQUEST);
        assertThat(newest().accepted()).isFalse();
        assertThat(newest().report().code()).isEqualTo("too-large");
        assertThat(menu().articles()).hasSize(3);
    }

    @Test
    void a_catalogue_that_is_too_large_and_that_nobody_asked_for_ends_nothing() {
        full(dishes(1, 3));
        int before = history().size();

        store.run(() -> parts.following.tooLarge(location.id(), 67_108_864));

        assertThat(store.in(() -> parts.sync.progress(location.id()))).isEmpty();
        assertThat(history()).hasSize(before);
    }

    @Test
    void a_till_without_a_catalogue_is_called_off_and_its_words_stay_in_the_history() {
        full(dishes(1, 3));
        UUID asked = ask();
        int told = parts.told.events().size();

        store.run(() -> parts.following.unable(asked, "Hier liegt keine Datei."));

        assertThat(newest().kind()).isEqualTo(SyncRun.Kind.REQUEST);
        assertThat(newest().report().state()).isEqualTo(LoadReport.State.REFUSED);
        assertThat(newest().report().code()).isEqualTo("till-has-no-catalog");
        assertThat(newest().report().detail()).isEqualTo("Hier liegt keine Datei.");
        assertThat(parts.tills.calledOff).containsExactly(asked);
        assertThat(parts.told.events()).hasSize(told + 1);
    }

    @Test
    void what_was_discarded_and_is_sent_again_is_refused_and_not_shown() {
        full(dishes(1, 10));
        full(dishes(1, 3));
        decide(Decision.DISCARD);
        UUID asked = ask();

        LoadReport again = again("v2", dishes(1, 3));

        assertThat(again.state()).isEqualTo(LoadReport.State.DISCARDED);
        assertThat(progress().stage()).isEqualTo(SyncStage.REFUSED);
        assertThat(progress().code()).isEqualTo("load-discarded");
        assertThat(progress().version()).isEqualTo("v2");
        assertThat(progress().facts()).containsExactly(Map.entry("version", "v2"));
        assertThat(newest().report().code()).isEqualTo("load-discarded");
        assertThat(parts.tills.calledOff).containsExactly(asked);
        assertThat(menu().articles()).hasSize(10);
    }

    @Test
    void a_till_whose_load_is_held_is_told_so_with_how_many_dishes_are_missing() {
        full(dishes(1, 10));
        UUID asked = ask();

        LoadReport report = full(dishes(1, 3));

        assertThat(report.state()).isEqualTo(LoadReport.State.HELD);
        assertThat(report.missing()).isEqualTo(new LoadReport.Missing(10, 7));
        assertThat(progress().stage()).isEqualTo(SyncStage.HELD);
        assertThat(progress().version()).isEqualTo("v2");
        assertThat(newest().report().state()).isEqualTo(LoadReport.State.HELD);
        assertThat(parts.tills.calledOff).containsExactly(asked);
    }

    @Test
    void the_first_menu_of_a_location_is_published_by_the_sync_that_brought_it() {
        ask();

        assertThat(full(dishes(1, 3)).state()).isEqualTo(LoadReport.State.PUBLISHED);

        assertThat(progress().stage()).isEqualTo(SyncStage.PUBLISHED);
        assertThat(progress().version()).isEqualTo("v1");
        assertThat(progress().articles()).isEqualTo(3);
        assertThat(menu().articles()).hasSize(3);
    }

    @Test
    void a_till_that_is_still_sending_is_not_given_up_and_the_page_says_since_when_it_answers() {
        UUID asked = ask();
        clock.advance(Duration.ofMinutes(1));
        Instant answered = clock.instant();
        store.run(() -> parts.following.answered(asked));

        clock.advance(Duration.ofMinutes(14));
        store.run(() -> parts.following.receiving(location.id(), 100, 200));
        clock.advance(Duration.ofMinutes(14));
        expire(asked);
        assertThat(progress().stage()).isEqualTo(SyncStage.LOADING);

        store.run(() -> parts.following.checking(location.id(), 200));
        clock.advance(Duration.ofMinutes(14));
        expire(asked);
        assertThat(progress().stage()).isEqualTo(SyncStage.CHECKING);
        assertThat(progress().received()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(1));
        expire(asked);
        assertThat(progress().stage()).isEqualTo(SyncStage.NO_DATA);
        assertThat(progress().answeredAt()).isEqualTo(answered);
        assertThat(progress().endedAt()).isEqualTo(clock.instant());
    }

    private UUID ask() {
        clock.advance(Duration.ofSeconds(1));
        store.run(() -> parts.syncs.request(location.tenant(), location.id(), MIA));
        return parts.tills.asked.get(parts.tills.asked.size() - 1);
    }

    private void expire(UUID request) {
        store.run(() -> parts.following.expire(request));
    }

    private LoadReport again(String version, List<String> dishes) {
        SyncRuns.Load load =
                new SyncRuns.Load(location.tenant(), location.id(), SyncRun.Kind.FULL, Actor.till("1", "Kasse 1"));
        CatalogText.Result read = CatalogText.read(new StringReader(json(version, dishes.toArray(String[]::new))));
        return store.in(() -> parts.intake.take(load, read));
    }

    private SyncProgress progress() {
        return store.in(() -> parts.sync.progress(location.id())).orElseThrow();
    }

    private ManageSync.Run newest() {
        return history().get(0);
    }

    private List<ManageSync.Run> history() {
        return store.in(() -> parts.sync.history(location.tenant(), location.id(), 0));
    }
}
