package de.hypersoft.esolutions.portal.sync;

import de.hypersoft.esolutions.catalog.Allergen;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.sync.MapAllergens;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the allergen words of one location mean, said once by a manager. */
@RequestScoped
@Path("sync/{location}/allergens")
public class AllergenPage {

    @Inject
    private MapAllergens mapping;

    @Inject
    private VisibleLocations visible;

    /** @param done {@code said} or {@code checked} after one of these, else empty */
    public record Shown(VisibleLocations.Site site, MapAllergens.Board board, List<Allergen> codes, String done) {}

    @GET
    public View show(@PathParam("location") String location, @QueryParam("done") @DefaultValue("") String done) {
        VisibleLocations.Site site = visible.site(location);
        return View.of(
                AllergenPage.class,
                new Shown(
                        site,
                        mapping.board(site.tenant().id(), site.id()),
                        List.of(Allergen.values()),
                        List.of("said", "checked").contains(done) ? done : ""));
    }

    /** Checks what the till sent last once more, with these meanings. */
    @POST
    @Path("recheck")
    public Response recheck(@PathParam("location") String location) {
        VisibleLocations.Site site = visible.site(location);
        mapping.recheck(site.tenant().id(), site.id(), visible.caller().actor());
        return Redirect.to("/portal/sync/" + site.id() + "/allergens?done=checked")
                .build();
    }

    /** The words and their codes, in the same order; a word without a code stays as it is. */
    @POST
    public Response say(@PathParam("location") String location, MultivaluedMap<String, String> typed) {
        VisibleLocations.Site site = visible.site(location);
        List<String> words = typed.getOrDefault("word", List.of());
        List<String> codes = typed.getOrDefault("code", List.of());
        if (words.size() != codes.size()) throw new Invalid("required", "each word has one code", "code");
        Map<String, String> said = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) if (!codes.get(i).isBlank()) said.put(words.get(i), codes.get(i));
        mapping.say(site.tenant().id(), site.id(), said, visible.caller().actor());
        return Redirect.to("/portal/sync/" + site.id() + "/allergens?done=said").build();
    }
}
