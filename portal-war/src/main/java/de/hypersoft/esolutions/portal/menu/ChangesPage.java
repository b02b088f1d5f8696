package de.hypersoft.esolutions.portal.menu;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.menu.ManageDraft;
import de.hypersoft.esolutions.menu.MenuDifference;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What the draft changes of the menu on sale, what is wrong with it, and the button that publishes it. */
@RequestScoped
@Path("menu/{location}/changes")
public class ChangesPage {

    private static final int MOST_SHOWN = 300;

    @Inject
    private ManageDraft drafts;

    @Inject
    private VisibleLocations visible;

    /** @param changes at most {@value #MOST_SHOWN} of {@code all} */
    public record Shown(
            Desk desk, List<MenuDifference.Change> changes, int all, List<CatalogFinding> faults, Faults refused) {

        public String sentence(PageModel model, CatalogFinding fault) {
            return new Faults.Fault("", fault.code(), fault.detail()).sentence(model);
        }
    }

    @GET
    public View show(@PathParam("location") String location) {
        return view(Desk.at(visible.site(location), drafts, visible), Faults.EMPTY);
    }

    @POST
    @Path("publication")
    public Response publish(
            @PathParam("location") String location,
            @FormParam("revision") @DefaultValue("0") int revision,
            @FormParam("when") @DefaultValue("") String when) {
        VisibleLocations.Site site = visible.site(location);
        try {
            LoadReport.State state = drafts.publish(Desk.editor(site, visible), revision, when.equals("now"));
            return Redirect.to(Desk.address(site) + "?done=" + state).build();
        } catch (Invalid refused) {
            return CategoryPage.refused(view(Desk.at(site, drafts, visible), Faults.of(refused)), 422);
        }
    }

    private View view(Desk desk, Faults refused) {
        VisibleLocations.Site site = desk.site();
        List<MenuDifference.Change> all =
                drafts.difference(site.tenant().id(), site.id(), desk.menu()).changes();
        List<CatalogFinding> faults =
                desk.shown().isDraft() ? drafts.faults(site.tenant().id(), site.id(), desk.menu()) : List.of();
        return View.of(
                ChangesPage.class,
                new Shown(desk, all.stream().limit(MOST_SHOWN).toList(), all.size(), faults, refused));
    }
}
