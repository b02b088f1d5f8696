package de.hypersoft.esolutions.portal.menu;

import de.hypersoft.esolutions.catalog.Additive;
import de.hypersoft.esolutions.catalog.Allergen;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.menu.ChangedMeanwhile;
import de.hypersoft.esolutions.menu.EditMenu;
import de.hypersoft.esolutions.menu.Elements;
import de.hypersoft.esolutions.menu.ManageDraft;
import de.hypersoft.esolutions.menu.MenuDifference;
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
import java.util.Optional;

/** One dish with all that guests are told of it; what is typed is never lost, whoever else was faster. */
@RequestScoped
@Path("menu/{location}/dishes")
public class DishPage {

    @Inject
    private EditMenu edit;

    @Inject
    private ManageDraft drafts;

    @Inject
    private VisibleLocations visible;

    /** @param seen the tag of the dish that is changed by this form; empty for a new one, perhaps a {@code copy} of another */
    public record Shown(Desk desk, Article dish, String seen, String copy, Faults faults, boolean saved) {

        public boolean isNew() {
            return seen.isEmpty();
        }

        public String address() {
            return desk.address() + "/dishes" + (isNew() ? "" : "/" + dish.id());
        }

        public List<Allergen> allergens() {
            return List.of(Allergen.values());
        }

        public List<Additive> additives() {
            return List.of(Additive.values());
        }

        public List<String> marks() {
            return DishForm.MARKS;
        }
    }

    /** The form for a new one: blank, or a copy of another. */
    @GET
    public View blank(
            @PathParam("location") String location,
            @QueryParam("category") @DefaultValue("") String category,
            @QueryParam("copy") @DefaultValue("") String copy) {
        Desk desk = Desk.at(visible.site(location), drafts, visible);
        Article dish = copy.isEmpty()
                ? DishForm.blank(desk.menu(), category)
                : DishForm.copy(dish(desk, copy), DishForm.next(desk.menu()));
        return view(desk, dish, "", copy, Faults.EMPTY, false);
    }

    @GET
    @Path("{dish}")
    public View show(
            @PathParam("location") String location,
            @PathParam("dish") String id,
            @QueryParam("done") @DefaultValue("") String done) {
        Desk desk = Desk.at(visible.site(location), drafts, visible);
        Article dish = dish(desk, id);
        return view(desk, dish, Elements.tag(dish), "", Faults.EMPTY, done.equals("saved"));
    }

    @POST
    public Response add(@PathParam("location") String location, MultivaluedMap<String, String> form) {
        VisibleLocations.Site site = visible.site(location);
        Desk desk = Desk.at(site, drafts, visible);
        Typed typed = new Typed(form);
        Article before = Elements.dish(desk.menu(), typed.one("copy")).orElseGet(() -> DishForm.blank(desk.menu(), ""));
        return save(desk, DishForm.of(typed, typed.one("id"), before), "", typed.one("copy"));
    }

    @POST
    @Path("{dish}")
    public Response change(
            @PathParam("location") String location, @PathParam("dish") String id, MultivaluedMap<String, String> form) {
        Desk desk = Desk.at(visible.site(location), drafts, visible);
        Typed typed = new Typed(form);
        Article before = Elements.dish(desk.menu(), id).orElseGet(() -> DishForm.blank(desk.menu(), ""));
        return save(desk, DishForm.of(typed, id, before), typed.one("seen"), "");
    }

    private Response save(Desk desk, Article dish, String seen, String copy) {
        try {
            edit.saveDish(Desk.editor(desk.site(), visible), dish, seen);
            return Redirect.to(desk.address() + "/dishes/" + dish.id() + "?done=saved")
                    .build();
        } catch (Invalid refused) {
            return CategoryPage.refused(view(desk, dish, seen, copy, Faults.of(refused), false), 422);
        } catch (ChangedMeanwhile meanwhile) {
            Desk now = Desk.at(desk.site(), drafts, visible);
            Optional<Article> theirs = Elements.dish(now.menu(), dish.id());
            Faults faults = Faults.meanwhile(
                    theirs.map(other -> MenuDifference.fields(dish, other)).orElse(List.of()));
            return CategoryPage.refused(
                    view(now, dish, theirs.map(Elements::tag).orElse(""), copy, faults, false), 409);
        }
    }

    @POST
    @Path("{dish}/move")
    public Response move(
            @PathParam("location") String location,
            @PathParam("dish") String id,
            @FormParam("direction") @DefaultValue("") String direction) {
        VisibleLocations.Site site = visible.site(location);
        edit.moveDish(Desk.editor(site, visible), id, direction.equals("up"));
        String category =
                String.valueOf(dish(Desk.at(site, drafts, visible), id).category());
        return Redirect.to(Desk.address(site) + "/categories/" + category + "#at-" + id)
                .build();
    }

    @POST
    @Path("{dish}/removal")
    public Response remove(@PathParam("location") String location, @PathParam("dish") String id) {
        VisibleLocations.Site site = visible.site(location);
        edit.removeDish(Desk.editor(site, visible), id);
        return Redirect.to(Desk.address(site) + "?done=removed").build();
    }

    private static View view(Desk desk, Article dish, String seen, String copy, Faults faults, boolean saved) {
        return View.of(DishPage.class, new Shown(desk, dish, seen, copy, faults, saved));
    }

    private static Article dish(Desk desk, String id) {
        return Elements.dish(desk.menu(), id)
                .orElseThrow(() -> new NotFound("unknown-article", "there is no dish " + id));
    }
}
