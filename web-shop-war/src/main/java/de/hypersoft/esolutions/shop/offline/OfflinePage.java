package de.hypersoft.esolutions.shop.offline;

import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.view.ShopAssets;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.web.asset.Asset;
import de.hypersoft.esolutions.web.page.Texts;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The page a browser keeps for when it reaches nobody, and the service worker that shows it. It keeps that one page with
 * its looks, never a page with anything of a guest's. Taken back everywhere by {@code esolutions.shop.offline-page=false}:
 * each browser asks for the worker anew at least once a day, and then gets one that removes itself and what it kept.
 */
@Path("/")
@ApplicationScoped
public class OfflinePage {

    private static final String WORKER = Asset.text(OfflinePage.class, "/static/worker.js")
            .replace("{version}", version(ShopAssets.path("shop.css") + ShopAssets.path("shop.js")));
    private static final String FAREWELL = Asset.text(OfflinePage.class, "/static/worker-removal.js");

    @Inject
    private ShopRequest shopRequest;

    /** False removes the worker from every browser that comes. */
    @Inject
    @ConfigProperty(name = "esolutions.shop.offline-page", defaultValue = "true")
    private boolean offered;

    /** In both languages, for a kept page does not know which one is wanted by then. */
    public record Words(List<Texts> languages) {}

    @GET
    @Path("/offline")
    @Produces(MediaType.TEXT_HTML)
    public View show() {
        Texts first = shopRequest.texts();
        Texts second =
                ShopPage.TEXTS.in(first.language().equals("de") ? "en" : "de").orElseThrow();
        return ShopPage.view(
                OfflinePage.class,
                shopRequest.plainPage(null, first.text("offline.title")),
                new Words(List.of(first, second)));
    }

    /** At the root, or its scope would be the folder of static files only. */
    @GET
    @Path("/worker.js")
    @Produces("text/javascript; charset=utf-8")
    public Response worker() {
        return Response.ok(offered ? WORKER : FAREWELL)
                .header("Cache-Control", "no-cache")
                .build();
    }

    private static String version(String paths) {
        return Integer.toHexString(paths.hashCode());
    }
}
