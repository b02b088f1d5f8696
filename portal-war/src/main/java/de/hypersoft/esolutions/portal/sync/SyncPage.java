package de.hypersoft.esolutions.portal.sync;

import de.hypersoft.esolutions.catalog.MenuVersions;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.NoTenantPage;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.sync.ManageSync;
import de.hypersoft.esolutions.sync.held.DecideHeldLoads;
import de.hypersoft.esolutions.sync.request.RequestSync;
import de.hypersoft.esolutions.sync.request.SyncProgress;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What guests see, what waits for the day change or for the button, and every load before. */
@RequestScoped
@Path("sync")
public class SyncPage {

    /** How long the outcome of a requested sync stays on top; the history keeps it. */
    private static final Duration SHOWN_FOR = Duration.ofHours(1);

    @Inject
    private ManageSync sync;

    @Inject
    private DecideHeldLoads held;

    @Inject
    private RequestSync syncs;

    @Inject
    private VisibleLocations visible;

    /** @param done what was just done with what waited, or {@code nothing} when nothing did; else empty */
    public record Shown(List<Place> places, String done) {}

    public record Place(
            VisibleLocations.Site site,
            MenuVersions.@Nullable Line shown,
            ManageSync.@Nullable Pending pending,
            DecideHeldLoads.@Nullable Held held,
            @Nullable SyncSteps steps,
            List<ManageSync.Run> history) {}

    @GET
    public View show(@QueryParam("done") @DefaultValue("") String done) {
        if (visible.shown().isEmpty()) return NoTenantPage.in("sync");
        String known = List.of("published", "nothing", "released", "discarded").contains(done) ? done : "";
        return View.of(
                SyncPage.class,
                new Shown(visible.shown().stream().map(this::place).toList(), known));
    }

    /** The ad-hoc sync (seed 000): asks the till; the page then shows how far it is. */
    @POST
    @Path("{location}")
    public Response request(@PathParam("location") String location) {
        VisibleLocations.Site site = visible.site(location);
        syncs.request(site.tenant().id(), site.id(), visible.caller().actor());
        return Redirect.to("/portal/sync#at-" + site.id()).build();
    }

    /** Shows what waits, without asking the till for newer data. */
    @POST
    @Path("{location}/publish")
    public Response publish(@PathParam("location") String location) {
        VisibleLocations.Site site = visible.site(location);
        boolean any = sync.publishPending(
                        site.tenant().id(), site.id(), visible.caller().actor())
                .isPresent();
        return Redirect.to("/portal/sync?done=" + (any ? "published" : "nothing"))
                .build();
    }

    @GET
    @Path("{location}/report")
    public View report(
            @PathParam("location") String location, @QueryParam("version") @DefaultValue("") String version) {
        VisibleLocations.Site site = visible.site(location);
        return View.of(
                ReportPage.class, ReportPage.of(site, sync.report(site.tenant().id(), site.id(), version)));
    }

    private boolean recent(SyncProgress progress) {
        Instant ended = progress.endedAt();
        return ended == null || ended.plus(SHOWN_FOR).isAfter(visible.now());
    }

    private Place place(VisibleLocations.Site site) {
        return new Place(
                site,
                sync.shown(site.id()).orElse(null),
                sync.pending(site.id()).orElse(null),
                held.open(site.id()).orElse(null),
                sync.progress(site.id()).filter(this::recent).map(SyncSteps::of).orElse(null),
                sync.history(site.tenant().id(), site.id(), 0));
    }
}
