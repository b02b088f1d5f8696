package de.hypersoft.esolutions.portal.menu;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.menu.ChangedMeanwhile;
import de.hypersoft.esolutions.menu.EditMenu;
import de.hypersoft.esolutions.menu.ManageDraft;
import de.hypersoft.esolutions.menu.PriceChange;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Many prices at once: first as they would be, then, when somebody has looked, as they are. */
@RequestScoped
@Path("menu/{location}/prices")
public class PricesPage {

    static final int MOST_SHOWN = 200;

    @Inject
    private EditMenu edit;

    @Inject
    private ManageDraft drafts;

    @Inject
    private VisibleLocations visible;

    /**
     * @param lines what would change, at most {@value #MOST_SHOWN} of {@code all}
     * @param preview whether something was asked for, and can be done
     */
    public record Shown(
            Desk desk,
            PricesForm form,
            List<PriceChange.Line> lines,
            int all,
            String tag,
            boolean preview,
            Faults faults) {

        public List<PriceChange.Rounding> roundings() {
            return List.of(PriceChange.Rounding.values());
        }
    }

    @GET
    public View show(
            @PathParam("location") String location,
            @QueryParam("category") @DefaultValue("") String category,
            @QueryParam("kind") @DefaultValue("PERCENT") String kind,
            @QueryParam("by") @DefaultValue("") String by,
            @QueryParam("rounding") @DefaultValue("TEN") String rounding) {
        PricesForm form = new PricesForm(category, kind, by, rounding);
        Desk desk = Desk.at(visible.site(location), drafts, visible);
        if (form.by().isBlank()) return view(desk, form, List.of(), false, Faults.EMPTY);
        try {
            return view(desk, form, form.change().lines(desk.menu()), true, Faults.EMPTY);
        } catch (Invalid refused) {
            return view(desk, form, List.of(), false, Faults.of(refused));
        }
    }

    /** @param tag of the preview that was looked at; when the menu is another by now, the preview is shown again */
    @POST
    public Response change(
            @PathParam("location") String location,
            @FormParam("tag") @DefaultValue("") String tag,
            @FormParam("category") @DefaultValue("") String category,
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("by") @DefaultValue("") String by,
            @FormParam("rounding") @DefaultValue("") String rounding) {
        PricesForm form = new PricesForm(category, kind, by, rounding);
        VisibleLocations.Site site = visible.site(location);
        Desk desk = Desk.at(site, drafts, visible);
        try {
            edit.changePrices(Desk.editor(site, visible), form.change(), tag);
            return Redirect.to(Desk.address(site) + "?done=saved").build();
        } catch (Invalid refused) {
            return CategoryPage.refused(view(desk, form, List.of(), false, Faults.of(refused)), 422);
        } catch (ChangedMeanwhile meanwhile) {
            Desk now = Desk.at(site, drafts, visible);
            return CategoryPage.refused(
                    view(now, form, form.change().lines(now.menu()), true, Faults.meanwhile(List.of())), 409);
        }
    }

    private static View view(Desk desk, PricesForm form, List<PriceChange.Line> lines, boolean preview, Faults faults) {
        return View.of(
                PricesPage.class,
                new Shown(
                        desk,
                        form,
                        lines.stream().limit(MOST_SHOWN).toList(),
                        lines.size(),
                        PriceChange.tag(lines),
                        preview,
                        faults));
    }
}
