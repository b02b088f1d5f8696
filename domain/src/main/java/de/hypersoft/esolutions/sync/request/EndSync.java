package de.hypersoft.esolutions.sync.request;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.sync.LoadRefused;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.PublishMenu;
import de.hypersoft.esolutions.sync.SyncRun;
import de.hypersoft.esolutions.sync.SyncRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways in which a requested sync ends, each in the transaction of whoever ends it. */
@ApplicationScoped
public class EndSync {

    private final SyncRequests requests;
    private final PublishMenu publishing;
    private final SyncRuns runs;
    private final CatalogSource source;
    private final Clock clock;

    @Inject
    public EndSync(SyncRequests requests, PublishMenu publishing, SyncRuns runs, CatalogSource source, Clock clock) {
        this.requests = requests;
        this.publishing = publishing;
        this.runs = runs;
        this.source = source;
        this.clock = clock;
    }

    /** The load that was asked for is here and staged: it is shown at once. */
    public LoadReport loaded(SyncRequest request, LoadReport report, boolean fresh) {
        if (report.state() == LoadReport.State.DISCARDED) {
            request.refused(
                    report.version(),
                    report.refused().size(),
                    "load-discarded",
                    "the till sent again what was discarded",
                    Map.of("version", report.version()),
                    clock.instant());
            ended(request);
            return report;
        }
        if (report.state() == LoadReport.State.HELD) {
            end(request, SyncStage.HELD, report);
            return report;
        }
        Optional<PublishMenu.Published> shown = publishing.publish(request.location(), request.by());
        boolean changed = shown.isPresent() || (fresh && report.state() == LoadReport.State.PUBLISHED);
        end(request, changed ? SyncStage.PUBLISHED : SyncStage.UNCHANGED, report);
        return changed ? report.in(LoadReport.State.PUBLISHED) : report;
    }

    private void end(SyncRequest request, SyncStage outcome, LoadReport report) {
        request.published(
                outcome, report.version(), report.articles(), report.refused().size(), clock.instant());
        ended(request);
    }

    /** Nothing came, for whatever reason: what waits is shown all the same. */
    void without(SyncRequest request, SyncStage outcome) {
        Optional<PublishMenu.Published> shown = publishing.publish(request.location(), request.by());
        request.published(
                outcome,
                shown.map(PublishMenu.Published::version).orElse(""),
                shown.map(PublishMenu.Published::articles).orElse(0),
                0,
                clock.instant());
        ended(request);
    }

    void refused(SyncRequest request, String version, Refusal refusal) {
        int leftOut =
                refusal instanceof LoadRefused nothing ? nothing.findings().size() : 0;
        request.refused(
                version,
                leftOut,
                refusal.code(),
                refusal.getMessage(),
                RefusedFacts.of(refusal, version),
                clock.instant());
        ended(request);
    }

    void refused(SyncRequest request, String code, @Nullable String detail, Map<String, String> facts) {
        request.refused("", 0, code, detail, facts, clock.instant());
        ended(request);
    }

    private void ended(SyncRequest request) {
        SyncProgress how = request.view();
        runs.add(
                request.tenant(),
                request.location(),
                SyncRun.Kind.REQUEST,
                request.by(),
                new LoadReport(
                        how.version(),
                        null,
                        SyncRun.Kind.REQUEST,
                        LoadReport.State.of(how.stage()),
                        clock.instant(),
                        how.articles(),
                        List.of(),
                        how.code(),
                        how.detail(),
                        null,
                        null,
                        List.of(),
                        how.facts()));
        source.callOff(request.id());
        requests.tell(request);
    }
}
