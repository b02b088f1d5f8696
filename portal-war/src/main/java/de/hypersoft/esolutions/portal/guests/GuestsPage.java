package de.hypersoft.esolutions.portal.guests;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.portal.access.NeedsPassword;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.NoTenantPage;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.retention.GuestDataRuns;
import de.hypersoft.esolutions.retention.GuestRequests;
import de.hypersoft.esolutions.tenancy.GuestDataTerms;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.SetGuestDataTerms;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** What guests asked for, where one guest's data are found, for how long they stay, and what was forgotten. */
@RequestScoped
@Path("guests")
public class GuestsPage {

    private static final int RUNS = 30;

    @Inject
    private SetGuestDataTerms guestData;

    @Inject
    private GuestDataRuns runs;

    @Inject
    private GuestRequests requests;

    @Inject
    private VisibleLocations visible;

    /**
     * What the page shows.
     *
     * @param mayChoose whoever is there for all locations says for how long
     * @param requests of guests that wait for an answer, the oldest first
     * @param done what worked a moment ago; empty for nothing
     * @param orders how many were erased a moment ago
     */
    public record Shown(
            Terms terms,
            boolean mayChoose,
            List<GuestDataRuns.Run> runs,
            List<Asked> requests,
            ZoneId zone,
            String done,
            int orders) {}

    /** What a guest asked for, and where. */
    public record Asked(GuestRequests.Request request, String place) {}

    /** The form as it was typed; refusal and field are empty when nothing was refused. */
    public record Terms(String dataDays, String linkDays, String refusal, String field) {

        static Terms of(GuestDataTerms terms) {
            return new Terms(String.valueOf(terms.dataDays()), String.valueOf(terms.linkDays()), "", "");
        }
    }

    @GET
    public View show(
            @QueryParam("done") @DefaultValue("") String done, @QueryParam("orders") @DefaultValue("0") String orders) {
        if (visible.shown().isEmpty()) return NoTenantPage.in("guests");
        return View.of(
                GuestsPage.class,
                shown(
                        Terms.of(guestData.terms(visible.scope().tenant())),
                        done.matches("terms|erased|answered") ? done : "",
                        orders.matches("\\d{1,3}") ? Integer.parseInt(orders) : 0));
    }

    @POST
    @NeedsPassword
    @Path("terms")
    public Response terms(
            @FormParam("dataDays") @DefaultValue("") String dataDays,
            @FormParam("linkDays") @DefaultValue("") String linkDays) {
        visible.caller().requireWholeTenant(visible.scope().tenant());
        try {
            guestData.set(
                    visible.scope(),
                    visible.caller().actor(),
                    wholeNumber(dataDays, "dataDays"),
                    wholeNumber(linkDays, "linkDays"));
            return Redirect.to("/portal/guests?done=terms"
                            + (visible.chosen().isEmpty() ? "" : "&location=" + visible.chosen()))
                    .build();
        } catch (Invalid refused) {
            Terms typed = new Terms(dataDays, linkDays, refused.code(), refused.field());
            return Response.status(422)
                    .entity(View.of(GuestsPage.class, shown(typed, "", 0)))
                    .build();
        }
    }

    private Shown shown(Terms terms, String done, int orders) {
        return new Shown(
                terms,
                visible.caller().seesWholeTenant(),
                runs.newest(visible.scope().tenant(), RUNS),
                requests.open(visible.scope()).stream()
                        .map(one -> new Asked(
                                one,
                                visible.site(new LocationId(one.location())).name()))
                        .toList(),
                visible.shown().stream()
                        .findFirst()
                        .map(site -> site.location().zone())
                        .orElse(ZoneOffset.UTC),
                done,
                orders);
    }

    private static int wholeNumber(String typed, String field) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            throw new Invalid("not-a-number", "a whole number is needed", field);
        }
    }
}
