package de.hypersoft.esolutions.portal.menu;

import de.hypersoft.esolutions.menu.ManageDraft;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.sync.ManageSync;
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

/** The menus of before, from which a draft can be made again. */
@RequestScoped
@Path("menu/{location}/history")
public class PastMenusPage {

    @Inject
    private ManageDraft drafts;

    @Inject
    private ManageSync sync;

    @Inject
    private VisibleLocations visible;

    /** @param page counts from 1; @param more whether there may be older ones */
    public record Shown(Desk desk, List<ManageSync.Run> menus, int page, boolean more) {}

    @GET
    public View show(@PathParam("location") String location, @QueryParam("page") @DefaultValue("1") int page) {
        Desk desk = Desk.at(visible.site(location), drafts, visible);
        int number = Math.max(1, Math.min(10_000, page));
        List<ManageSync.Run> runs =
                sync.history(desk.site().tenant().id(), desk.site().id(), number - 1);
        return View.of(
                PastMenusPage.class,
                new Shown(
                        desk,
                        runs.stream().filter(PastMenusPage::isMenu).toList(),
                        number,
                        runs.size() == ManageSync.PAGE));
    }

    private static boolean isMenu(ManageSync.Run run) {
        return run.accepted()
                && switch (run.kind()) {
                    case FULL, INCREMENT, EDIT, RECHECK -> true;
                    case PUBLISH, REQUEST, RELEASE, DISCARD -> false;
                };
    }

    @POST
    public Response rollBack(
            @PathParam("location") String location, @FormParam("version") @DefaultValue("") String version) {
        VisibleLocations.Site site = visible.site(location);
        drafts.rollBack(Desk.editor(site, visible), version);
        return Redirect.to(Desk.address(site) + "/changes").build();
    }
}
