package de.hypersoft.esolutions.portal.days;

import de.hypersoft.esolutions.closing.CloseDays;
import de.hypersoft.esolutions.portal.layout.NoTenantPage;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** The last business days of each location, and what each day end found. */
@RequestScoped
@Path("days")
public class DaysPage {

    private static final int DAYS = 14;

    @Inject
    private CloseDays days;

    @Inject
    private VisibleLocations visible;

    /** What the page shows. */
    public record Shown(List<Place> places) {}

    public record Place(VisibleLocations.Site site, List<CloseDays.Day> days, List<CloseDays.Run> runs) {}

    public record Carried(VisibleLocations.Site site, List<CloseDays.CarriedOver> orders) {}

    @GET
    public View show() {
        if (visible.shown().isEmpty()) return NoTenantPage.in("days");
        return View.of(
                DaysPage.class,
                new Shown(visible.shown().stream().map(this::place).toList()));
    }

    @GET
    @Path("{location}/{run}")
    public View carriedOver(@PathParam("location") String location, @PathParam("run") UUID run) {
        VisibleLocations.Site site = visible.site(location);
        return View.of(
                CarriedPage.class,
                new Carried(site, days.carriedOver(site.tenant().id(), site.id(), run)));
    }

    private Place place(VisibleLocations.Site site) {
        return new Place(
                site,
                days.days(site.tenant().id(), site.id(), 0, DAYS),
                days.runs(site.tenant().id(), site.id(), 0, DAYS));
    }
}
