package de.hypersoft.esolutions.portal.menu;

import de.hypersoft.esolutions.catalog.document.CatalogDocument.OptionGroup;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups of options: what a guest may choose with a dish, how much of it, and for how much more. */
@RequestScoped
@Path("menu/{location}/groups")
public class GroupPage {

    @Inject
    private EditMenu edit;

    @Inject
    private ManageDraft drafts;

    @Inject
    private VisibleLocations visible;

    /**
     * @param group the one in the form; without an id a new one
     * @param uses how many dishes ask each, by id
     */
    public record Shown(
            Desk desk, OptionGroup group, String seen, Map<String, Integer> uses, Faults faults, boolean saved) {

        public boolean isNew() {
            return group.id().isEmpty() || seen.isEmpty();
        }

        public String address() {
            return desk.address() + "/groups" + (isNew() ? "" : "/" + group.id());
        }

        public int rows() {
            return group.options().size() + GroupForm.FURTHER;
        }
    }

    @GET
    public View list(@PathParam("location") String location) {
        return view(Desk.at(visible.site(location), drafts, visible), GroupForm.blank(), "", Faults.EMPTY, false);
    }

    @GET
    @Path("{group}")
    public View show(
            @PathParam("location") String location,
            @PathParam("group") String id,
            @QueryParam("done") @DefaultValue("") String done) {
        Desk desk = Desk.at(visible.site(location), drafts, visible);
        OptionGroup group = Elements.group(desk.menu(), id)
                .orElseThrow(() -> new NotFound("unknown-option-group", "there is no option group " + id));
        return view(desk, group, Elements.tag(group), Faults.EMPTY, done.equals("saved"));
    }

    @POST
    public Response add(@PathParam("location") String location, MultivaluedMap<String, String> form) {
        return save(visible.site(location), GroupForm.of(new Typed(form), GroupForm.blank()), "");
    }

    @POST
    @Path("{group}")
    public Response change(
            @PathParam("location") String location,
            @PathParam("group") String id,
            MultivaluedMap<String, String> form) {
        VisibleLocations.Site site = visible.site(location);
        OptionGroup before = Elements.group(Desk.at(site, drafts, visible).menu(), id)
                .orElseGet(() -> new OptionGroup(id, Map.of(), 0, 1, List.of()));
        Typed typed = new Typed(form);
        return save(site, GroupForm.of(typed, before), typed.one("seen"));
    }

    private Response save(VisibleLocations.Site site, OptionGroup group, String seen) {
        try {
            String id = edit.saveGroup(Desk.editor(site, visible), group, seen);
            return Redirect.to(Desk.address(site) + "/groups/" + id + "?done=saved")
                    .build();
        } catch (Invalid refused) {
            Desk desk = Desk.at(site, drafts, visible);
            return CategoryPage.refused(view(desk, group, seen, Faults.of(refused), false), 422);
        } catch (ChangedMeanwhile meanwhile) {
            Desk now = Desk.at(site, drafts, visible);
            Optional<OptionGroup> theirs = Elements.group(now.menu(), group.id());
            Faults faults = Faults.meanwhile(
                    theirs.map(other -> MenuDifference.fields(group, other)).orElse(List.of()));
            return CategoryPage.refused(
                    view(now, group, theirs.map(Elements::tag).orElse(""), faults, false), 409);
        }
    }

    @POST
    @Path("{group}/removal")
    public Response remove(@PathParam("location") String location, @PathParam("group") String id) {
        VisibleLocations.Site site = visible.site(location);
        edit.removeGroup(Desk.editor(site, visible), id);
        return Redirect.to(Desk.address(site) + "?done=removed").build();
    }

    private static View view(Desk desk, OptionGroup group, String seen, Faults faults, boolean saved) {
        Map<String, Integer> uses = new HashMap<>();
        desk.menu().articles().forEach(dish -> dish.optionGroups().forEach(id -> uses.merge(id, 1, Integer::sum)));
        return View.of(GroupPage.class, new Shown(desk, group, seen, uses, faults, saved));
    }
}
