package de.hypersoft.esolutions.portal.locations;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryArea;
import de.hypersoft.esolutions.tenancy.delivery.ManageDelivery;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** To which postcodes a location delivers, and on which terms. A removed area can be put back. */
@RequestScoped
@Path("locations/{location}/delivery")
public class DeliveryPage {

    @Inject
    private ManageDelivery delivery;

    @Inject
    private VisibleLocations visible;

    /**
     * @param removed what was just removed, to be put back; null when nothing was
     * @param field the refused one; empty when nothing was refused
     */
    public record Shown(
            VisibleLocations.Site site,
            List<DeliveryArea> areas,
            DeliveryForm form,
            @Nullable DeliveryForm removed,
            boolean saved,
            String refusal,
            String field,
            Map<String, Object> facts) {
        public boolean delivers() {
            return site.location().details().orderTypes().contains(OrderType.DELIVERY);
        }
    }

    @GET
    public View show(
            @PathParam("location") String id,
            @QueryParam("area") @DefaultValue("") String area,
            @QueryParam("done") @DefaultValue("") String done,
            @QueryParam("postcodes") @DefaultValue("") String postcodes,
            @QueryParam("minimum") @DefaultValue("") String minimum,
            @QueryParam("fee") @DefaultValue("") String fee,
            @QueryParam("freeFrom") @DefaultValue("") String freeFrom,
            @QueryParam("leadMinutes") @DefaultValue("") String leadMinutes) {
        VisibleLocations.Site site = visible.site(id);
        List<DeliveryArea> areas = delivery.areas(scope(site), site.id());
        DeliveryForm form = areas.stream()
                .filter(known -> known.postcodes().contains(area))
                .findFirst()
                .map(known -> DeliveryForm.of(known, true))
                .orElseGet(DeliveryForm::new);
        DeliveryForm removed =
                done.equals("removed") ? DeliveryForm.typed(postcodes, minimum, fee, freeFrom, leadMinutes) : null;
        return View.of(
                DeliveryPage.class, new Shown(site, areas, form, removed, done.equals("saved"), "", "", Map.of()));
    }

    @POST
    public Response put(@PathParam("location") String id, @BeanParam DeliveryForm form) {
        VisibleLocations.Site site = visible.site(id);
        try {
            delivery.put(
                    scope(site),
                    visible.caller().actor(),
                    site.id(),
                    form.formerCodes(),
                    form.area(site.tenant().currency()));
            return Redirect.to(address(site) + "?done=saved").build();
        } catch (Invalid refused) {
            List<DeliveryArea> areas = delivery.areas(scope(site), site.id());
            Shown again =
                    new Shown(site, areas, form, null, false, refused.code(), refused.field(), refused.parameters());
            return Response.status(422)
                    .entity(View.of(DeliveryPage.class, again))
                    .build();
        }
    }

    @POST
    @Path("removal")
    public Response remove(@PathParam("location") String id, @BeanParam DeliveryForm form) {
        VisibleLocations.Site site = visible.site(id);
        List<DeliveryArea> was = delivery.remove(scope(site), visible.caller().actor(), site.id(), form.codes());
        if (was.isEmpty()) return Redirect.to(address(site)).build();
        DeliveryForm back = DeliveryForm.of(was.get(0), false);
        return Redirect.to(address(site) + "?done=removed&postcodes=" + encode(back.postcodes()) + "&minimum="
                        + encode(back.minimum()) + "&fee=" + encode(back.fee()) + "&freeFrom="
                        + encode(back.freeFrom()) + "&leadMinutes=" + encode(back.leadMinutes()))
                .build();
    }

    private Scope scope(VisibleLocations.Site site) {
        return visible.caller().scope(site.tenant().id());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String address(VisibleLocations.Site site) {
        return "/portal/locations/" + site.id() + "/delivery";
    }
}
