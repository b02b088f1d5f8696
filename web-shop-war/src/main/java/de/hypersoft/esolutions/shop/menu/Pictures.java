package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.ArticleImages;
import de.hypersoft.esolutions.shop.guard.Visit;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pictures of articles, each under an address that names its content. Which articles have one is known from memory. */
@Path("/")
@ApplicationScoped
public class Pictures {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Visit visit;
    private final ArticleImages images;
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway")
    public Pictures() { // RESTEasy looks for it, CDI calls the other
        this.visit = null;
        this.images = null;
    }

    @Inject
    public Pictures(Visit visit, ArticleImages images) {
        this.visit = visit;
        this.images = images;
    }

    @GET
    @Path("/images/{article}/{version}")
    public Response picture(@PathParam("article") String article, @PathParam("version") String version) {
        ArticleImages.Picture picture =
                images.picture(visit.shop().tenant(), article).orElseThrow(NotFoundException::new);
        boolean newest = picture.etag().equals(version);
        return Response.ok(picture.content(), picture.mediaType())
                .header("Cache-Control", newest ? "public, max-age=31536000, immutable" : "no-cache")
                .build();
    }

    /** Links by article id. */
    Links links() {
        return new Links(etags(visit.shop().tenant()));
    }

    record Links(Map<String, String> etags) {
        String of(String article) {
            String etag = etags.get(article);
            return etag == null ? "" : "/images/" + URLEncoder.encode(article, StandardCharsets.UTF_8) + "/" + etag;
        }
    }

    private Map<String, String> etags(TenantId tenant) {
        long now = System.nanoTime();
        Known last = known.get(tenant);
        if (last != null && now - last.readAt() < FRESH.toNanos()) return last.etags();
        Map<String, String> etags = images.etags(tenant);
        known.put(tenant, new Known(etags, now));
        return etags;
    }

    private record Known(Map<String, String> etags, long readAt) {}
}
