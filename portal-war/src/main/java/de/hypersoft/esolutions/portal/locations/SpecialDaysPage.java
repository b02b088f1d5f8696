package de.hypersoft.esolutions.portal.locations;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.hours.ManageSpecialDays;
import de.hypersoft.esolutions.tenancy.hours.SpecialDay;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The single days of a location: holidays, feasts, days with other hours. A removed day can be put back. */
@RequestScoped
@Path("locations/{location}/special-days")
public class SpecialDaysPage {

    @Inject
    private ManageSpecialDays specialDays;

    @Inject
    private VisibleLocations visible;

    /**
     * @param removed the day just removed, to be put back; null when none was
     * @param field the refused one; empty when nothing was refused
     */
    public record Shown(
            VisibleLocations.Site site,
            List<SpecialDay> days,
            SpecialDayForm form,
            @Nullable SpecialDay removed,
            boolean saved,
            String refusal,
            String field) {}

    @GET
    public View show(
            @PathParam("location") String id,
            @QueryParam("date") @DefaultValue("") String date,
            @QueryParam("type") @DefaultValue("") String type,
            @QueryParam("hours") @DefaultValue("") String hours,
            @QueryParam("done") @DefaultValue("") String done) {
        VisibleLocations.Site site = visible.site(id);
        List<SpecialDay> days = specialDays.upcoming(scope(site), site.id());
        SpecialDay removed = done.equals("removed") ? new SpecialDayForm(date, type, hours).day() : null;
        SpecialDayForm form = removed != null
                ? new SpecialDayForm()
                : days.stream()
                        .map(SpecialDayForm::of)
                        .filter(day -> day.date().equals(date) && day.type().equals(type))
                        .findFirst()
                        .orElseGet(SpecialDayForm::new);
        return View.of(SpecialDaysPage.class, new Shown(site, days, form, removed, done.equals("saved"), "", ""));
    }

    @POST
    public Response put(@PathParam("location") String id, @BeanParam SpecialDayForm form) {
        VisibleLocations.Site site = visible.site(id);
        try {
            specialDays.put(scope(site), visible.caller().actor(), site.id(), form.day());
            return Redirect.to(address(site) + "?done=saved").build();
        } catch (Invalid refused) {
            List<SpecialDay> days = specialDays.upcoming(scope(site), site.id());
            return Response.status(422)
                    .entity(View.of(
                            SpecialDaysPage.class,
                            new Shown(site, days, form, null, false, refused.code(), refused.field())))
                    .build();
        }
    }

    @POST
    @Path("removal")
    public Response remove(@PathParam("location") String id, @BeanParam SpecialDayForm form) {
        VisibleLocations.Site site = visible.site(id);
        String back = specialDays
                .remove(
                        scope(site),
                        visible.caller().actor(),
                        site.id(),
                        form.localDate(),
                        SpecialDayForm.orderType(form.type()))
                .map(day -> UriBuilder.fromPath(address(site))
                        .queryParam("done", "removed")
                        .queryParam("date", day.date())
                        .queryParam("type", SpecialDayForm.key(day.type()))
                        .queryParam("hours", day.text())
                        .build()
                        .toString())
                .orElse(address(site));
        return Redirect.to(back).build();
    }

    private Scope scope(VisibleLocations.Site site) {
        return visible.caller().scope(site.tenant().id());
    }

    private static String address(VisibleLocations.Site site) {
        return "/portal/locations/" + site.id() + "/special-days";
    }
}
