package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.catalog.ArticleImages;
import de.hypersoft.esolutions.catalog.HeaderPictures;
import de.hypersoft.esolutions.shop.guard.Visit;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The brand's picture at the head of its pages. Whether there is one is known from memory. */
@Path("/")
@ApplicationScoped
public class HeaderPicture {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Visit visit;
    private final HeaderPictures pictures;
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway")
    public HeaderPicture() { // RESTEasy looks for it, CDI calls the other
        this.visit = null;
        this.pictures = null;
    }

    @Inject
    public HeaderPicture(Visit visit, HeaderPictures pictures) {
        this.visit = visit;
        this.pictures = pictures;
    }

    @GET
    @Path("/brand/header/{version}")
    public Response picture(@PathParam("version") String version) {
        ArticleImages.Picture picture = pictures.picture(visit.shop().tenant()).orElseThrow(NotFoundException::new);
        boolean newest = picture.etag().equals(version);
        return Response.ok(picture.content(), picture.mediaType())
                .header("Cache-Control", newest ? "public, max-age=31536000, immutable" : "no-cache")
                .build();
    }

    /** Its address, or empty. */
    public String link() {
        return etag(visit.shop().tenant()).map(etag -> "/brand/header/" + etag).orElse("");
    }

    private Optional<String> etag(TenantId tenant) {
        long now = System.nanoTime();
        Known last = known.get(tenant);
        if (last != null && now - last.readAt() < FRESH.toNanos()) return last.etag();
        Optional<String> etag = pictures.etag(tenant);
        known.put(tenant, new Known(etag, now));
        return etag;
    }

    private record Known(Optional<String> etag, long readAt) {}
}
