package de.hypersoft.esolutions.portal.menu;

import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.menu.ManageDraft;
import de.hypersoft.esolutions.menu.MenuDifference;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.NoTenantPage;
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
import java.util.Locale;

/** The menu of a location: its categories, what was searched in it, and what can be done with the draft as a whole. */
@RequestScoped
@Path("menu")
public class MenuEditorPage {

    static final List<String> DONE =
            List.of("saved", "removed", "undone", "discarded", "empty", "taken", "PUBLISHED", "STAGED", "HELD", "back");

    private static final int LONGEST_SEARCH = 80;
    private static final int MOST_FOUND = 100;

    @Inject
    private ManageDraft drafts;

    @Inject
    private VisibleLocations visible;

    /** @param found dishes of a search, at most {@value #MOST_FOUND}; {@code hits} counts all of them */
    public record Shown(
            Desk desk, MenuDifference difference, String search, List<Article> found, int hits, String done) {}

    @GET
    public View places() {
        if (visible.shown().isEmpty()) return NoTenantPage.in("menu");
        return View.of(MenuLocations.class, new MenuLocations.Shown(visible.shown()));
    }

    @GET
    @Path("{location}")
    public View show(
            @PathParam("location") String location,
            @QueryParam("q") @DefaultValue("") String search,
            @QueryParam("done") @DefaultValue("") String done) {
        Desk desk = Desk.at(visible.site(location), drafts, visible);
        String words = search.strip()
                .substring(0, Math.min(LONGEST_SEARCH, search.strip().length()));
        List<Article> hits = words.isEmpty()
                ? List.of()
                : desk.menu().articles().stream()
                        .filter(dish -> matches(dish, words.toLowerCase(Locale.ROOT)))
                        .toList();
        return View.of(
                MenuEditorPage.class,
                new Shown(
                        desk,
                        difference(desk),
                        words,
                        hits.stream().limit(MOST_FOUND).toList(),
                        hits.size(),
                        DONE.contains(done) ? done : ""));
    }

    private MenuDifference difference(Desk desk) {
        return desk.shown().isDraft()
                ? drafts.difference(desk.site().tenant().id(), desk.site().id(), desk.menu())
                : new MenuDifference(List.of());
    }

    private static boolean matches(Article dish, String words) {
        return dish.id().toLowerCase(Locale.ROOT).startsWith(words)
                || dish.name().values().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(words));
    }

    @POST
    @Path("{location}/undo")
    public Response undo(
            @PathParam("location") String location, @FormParam("revision") @DefaultValue("0") int revision) {
        VisibleLocations.Site site = visible.site(location);
        drafts.undo(Desk.editor(site, visible), revision);
        return Redirect.to(Desk.address(site) + "?done=undone").build();
    }

    @POST
    @Path("{location}/discard")
    public Response discard(
            @PathParam("location") String location, @FormParam("revision") @DefaultValue("0") int revision) {
        VisibleLocations.Site site = visible.site(location);
        drafts.discard(Desk.editor(site, visible), revision);
        return Redirect.to(Desk.address(site) + "?done=discarded").build();
    }

    @POST
    @Path("{location}/empty")
    public Response beginEmpty(@PathParam("location") String location) {
        VisibleLocations.Site site = visible.site(location);
        drafts.beginEmpty(Desk.editor(site, visible));
        return Redirect.to(Desk.address(site) + "?done=empty").build();
    }

    @POST
    @Path("{location}/take-over")
    public Response takeOver(@PathParam("location") String location) {
        VisibleLocations.Site site = visible.site(location);
        drafts.takeOver(Desk.editor(site, visible));
        return Redirect.to(Desk.address(site) + "?done=taken").build();
    }
}
