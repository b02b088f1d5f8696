package de.hypersoft.esolutions.portal.menu;

import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Category;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.menu.ChangedMeanwhile;
import de.hypersoft.esolutions.menu.EditMenu;
import de.hypersoft.esolutions.menu.Elements;
import de.hypersoft.esolutions.menu.ManageDraft;
import de.hypersoft.esolutions.menu.MenuDifference;
import de.hypersoft.esolutions.menu.MenuSequence;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** One category: its name, its place, and its dishes in their order. */
@RequestScoped
@Path("menu/{location}/categories")
public class CategoryPage {

    @Inject
    private EditMenu edit;

    @Inject
    private ManageDraft drafts;

    @Inject
    private VisibleLocations visible;

    /** @param category as it was typed; without an id for one that is to be added */
    public record Shown(
            Desk desk,
            Category category,
            String seen,
            List<Article> dishes,
            Map<String, MenuDifference.What> changed,
            Faults faults,
            String done) {

        public boolean isNew() {
            return category.id().isEmpty();
        }

        public String address() {
            return desk.address() + "/categories" + (isNew() ? "" : "/" + category.id());
        }
    }

    @GET
    @Path("{category}")
    public View show(
            @PathParam("location") String location,
            @PathParam("category") String id,
            @QueryParam("done") @DefaultValue("") String done) {
        Desk desk = Desk.at(visible.site(location), drafts, visible);
        Category category = category(desk, id);
        return view(
                desk, category, Elements.tag(category), Faults.EMPTY, MenuEditorPage.DONE.contains(done) ? done : "");
    }

    @POST
    public Response add(@PathParam("location") String location, MultivaluedMap<String, String> form) {
        VisibleLocations.Site site = visible.site(location);
        Map<String, String> name = new Typed(form).words("name", Map.of());
        try {
            String id = edit.addCategory(Desk.editor(site, visible), name);
            return Redirect.to(Desk.address(site) + "/categories/" + id + "?done=saved")
                    .build();
        } catch (Invalid refused) {
            Desk desk = Desk.at(site, drafts, visible);
            return refused(view(desk, new Category("", name, 0), "", Faults.of(refused), ""), 422);
        }
    }

    @POST
    @Path("{category}")
    public Response rename(
            @PathParam("location") String location,
            @PathParam("category") String id,
            MultivaluedMap<String, String> form) {
        VisibleLocations.Site site = visible.site(location);
        Desk desk = Desk.at(site, drafts, visible);
        Category now = category(desk, id);
        Typed typed = new Typed(form);
        Category renamed = new Category(id, typed.words("name", now.name()), now.sort());
        try {
            edit.renameCategory(Desk.editor(site, visible), id, renamed.name(), typed.one("seen"));
            return Redirect.to(Desk.address(site) + "/categories/" + id + "?done=saved")
                    .build();
        } catch (Invalid refused) {
            return refused(view(desk, renamed, typed.one("seen"), Faults.of(refused), ""), 422);
        } catch (ChangedMeanwhile meanwhile) {
            Faults theirs = Faults.meanwhile(MenuDifference.fields(renamed, now));
            return refused(view(desk, renamed, Elements.tag(now), theirs, ""), 409);
        }
    }

    @POST
    @Path("{category}/move")
    public Response move(
            @PathParam("location") String location,
            @PathParam("category") String id,
            @FormParam("direction") @DefaultValue("") String direction) {
        VisibleLocations.Site site = visible.site(location);
        edit.moveCategory(Desk.editor(site, visible), id, direction.equals("up"));
        return Redirect.to(Desk.address(site) + "#at-" + id).build();
    }

    @POST
    @Path("{category}/removal")
    public Response remove(@PathParam("location") String location, @PathParam("category") String id) {
        VisibleLocations.Site site = visible.site(location);
        edit.removeCategory(Desk.editor(site, visible), id);
        return Redirect.to(Desk.address(site) + "?done=removed").build();
    }

    private View view(Desk desk, Category category, String seen, Faults faults, String done) {
        Map<String, MenuDifference.What> changed = desk.shown().isDraft()
                ? drafts.difference(desk.site().tenant().id(), desk.site().id(), desk.menu())
                        .dishes()
                : Map.of();
        List<Article> dishes = category.id().isEmpty() ? List.of() : MenuSequence.dishes(desk.menu(), category.id());
        return View.of(CategoryPage.class, new Shown(desk, category, seen, dishes, changed, faults, done));
    }

    private static Category category(Desk desk, String id) {
        return Elements.category(desk.menu(), id)
                .orElseThrow(() -> new NotFound("unknown-category", "there is no category " + id));
    }

    static Response refused(View view, int status) {
        return Response.status(status).entity(view).build();
    }
}
