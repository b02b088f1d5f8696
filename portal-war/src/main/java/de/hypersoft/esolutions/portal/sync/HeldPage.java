package de.hypersoft.esolutions.portal.sync;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.sync.ManageSync;
import de.hypersoft.esolutions.sync.held.DecideHeldLoads;
import de.hypersoft.esolutions.sync.held.DecideHeldLoads.Decision;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A held load: the dishes that guests would miss, and what becomes of it. */
@RequestScoped
@Path("sync/{location}/held")
public class HeldPage {

    private static final int LONGEST_SEARCH = 80;

    @Inject
    private DecideHeldLoads held;

    @Inject
    private ManageSync reports;

    @Inject
    private VisibleLocations visible;

    /**
     * @param reasons what the report says of each dish that was refused, by its id
     * @param page counts from 1
     */
    public record Shown(
            VisibleLocations.Site site,
            DecideHeldLoads.Missing missing,
            Map<String, CatalogFinding> reasons,
            String search,
            int page) {

        /** As the till called it, where nothing but its name could be read. */
        public String nameInReport(String dish) {
            CatalogFinding reason = reasons.get(dish);
            return reason == null || reason.name() == null ? "" : reason.name();
        }

        public DecideHeldLoads.Held held() {
            return missing.held();
        }

        public long pages() {
            return Math.max(1, (missing.found() + DecideHeldLoads.PAGE - 1L) / DecideHeldLoads.PAGE);
        }
    }

    @GET
    public View show(
            @PathParam("location") String location,
            @QueryParam("q") @DefaultValue("") String search,
            @QueryParam("page") @DefaultValue("1") int page) {
        VisibleLocations.Site site = visible.site(location);
        String words = search.strip()
                .substring(0, Math.min(LONGEST_SEARCH, search.strip().length()));
        int number = Math.max(1, Math.min(10_000, page));
        DecideHeldLoads.Missing missing = held.missing(site.tenant().id(), site.id(), words, number - 1);
        Map<String, CatalogFinding> reasons = new HashMap<>();
        for (CatalogFinding finding : reports.report(
                        site.tenant().id(), site.id(), missing.held().version())
                .refused()) if (finding.kind().equals("article")) reasons.putIfAbsent(finding.id(), finding);
        return View.of(HeldPage.class, new Shown(site, missing, reasons, words, number));
    }

    /** @throws Invalid {@code required} when the form says neither which load nor what becomes of it */
    @POST
    public Response decide(
            @PathParam("location") String location,
            @FormParam("load") @Nullable UUID load,
            @FormParam("decision") @DefaultValue("") String decision) {
        VisibleLocations.Site site = visible.site(location);
        if (load == null) throw new Invalid("required", "which load is meant", "load");
        Decision wanted = Arrays.stream(Decision.values())
                .filter(d -> d.name().equals(decision))
                .findFirst()
                .orElseThrow(() -> new Invalid("required", "publish, release or discard", "decision"));
        held.decide(
                site.tenant().id(), site.id(), load, wanted, visible.caller().actor());
        String done =
                switch (wanted) {
                    case PUBLISH -> "published";
                    case RELEASE -> "released";
                    case DISCARD -> "discarded";
                };
        return Redirect.to("/portal/sync?done=" + done).build();
    }
}
