package de.hypersoft.esolutions.portal.days;

import de.hypersoft.esolutions.closing.DayMatch;
import de.hypersoft.esolutions.closing.ReviewDayMatches;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.portal.audit.Csv;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.portal.orders.ListQuery;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The web orders of one business day of one location, held against what its tills booked: read, printed, exported. */
@RequestScoped
@Path("days/{location}/match")
public class MatchPage {

    @Inject
    private ReviewDayMatches matches;

    @Inject
    private VisibleLocations visible;

    /** What the page shows. */
    public record Shown(VisibleLocations.Site site, DayMatch match, Instant now) {

        public LocalDate date() {
            return match.day().date();
        }

        /** What was ordered a moment ago may still be booked. */
        public boolean running() {
            return match.day().ends().isAfter(now);
        }

        public String link(LocalDate date) {
            return "/portal/days/" + site.id() + "/match?date=" + date;
        }

        public Money total(DayMatch.Entry entry) {
            return Money.of(entry.totalMinor(), entry.currency());
        }
    }

    @GET
    public View show(@PathParam("location") String location, @QueryParam("date") @DefaultValue("") String date) {
        return View.of(MatchPage.class, shown(location, date));
    }

    @GET
    @Path("export.csv")
    public Response export(@PathParam("location") String location, @QueryParam("date") @DefaultValue("") String date) {
        Shown shown = shown(location, date);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("date", "location", "order", "placed_at", "total", "currency", "match", "owner", "receipt"));
        for (DayMatch.Entry entry : shown.match().entries())
            rows.add(List.of(
                    shown.date().toString(),
                    shown.site().location().slug(),
                    entry.number(),
                    entry.placedAt().toString(),
                    shown.total(entry).decimal(),
                    entry.currency(),
                    entry.verdict().name(),
                    text(entry.owner()),
                    text(entry.receipt())));
        String name = "match-" + shown.site().location().slug() + "-" + shown.date() + ".csv";
        return Response.ok(Csv.of(rows), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private Shown shown(String location, String date) {
        VisibleLocations.Site site = visible.site(location);
        LocalDate asked = parsed(date);
        LocalDate day = asked == null ? matches.lastDay(site.tenant().id(), site.id()) : asked;
        return new Shown(site, matches.match(site.tenant().id(), site.id(), day), visible.now());
    }

    private static @Nullable LocalDate parsed(String date) {
        try {
            return date.isBlank() ? null : ListQuery.sane(LocalDate.parse(date));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
