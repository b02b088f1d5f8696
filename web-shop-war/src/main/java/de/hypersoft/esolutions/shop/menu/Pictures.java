package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.ArticleImages;
import de.hypersoft.esolutions.shop.guard.Visit;
import de.hypersoft.esolutions.shop.view.PictureAnswer;
import de.hypersoft.esolutions.shop.view.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Pictures of articles, each under an address that names its content. Which articles have one is known from memory. */
@Path("/")
@ApplicationScoped
public class Pictures {

    private final Visit visit;
    private final ArticleImages images;
    private final Remembered<Map<String, String>> etags;

    @SuppressWarnings("NullAway")
    public Pictures() { // RESTEasy looks for it, CDI calls the other
        this.visit = null;
        this.images = null;
        this.etags = null;
    }

    @Inject
    public Pictures(Visit visit, ArticleImages images) {
        this.visit = visit;
        this.images = images;
        this.etags = new Remembered<>(images::etags);
    }

    @GET
    @Path("/images/{article}/{version}")
    public Response picture(@PathParam("article") String article, @PathParam("version") String version) {
        return PictureAnswer.of(
                images.picture(visit.shop().tenant(), article).orElseThrow(NotFoundException::new), version);
    }

    /** Links by article id. */
    Links links() {
        return new Links(etags.of(visit.shop().tenant()));
    }

    record Links(Map<String, String> etags) {
        String of(String article) {
            String etag = etags.get(article);
            return etag == null ? "" : "/images/" + URLEncoder.encode(article, StandardCharsets.UTF_8) + "/" + etag;
        }
    }
}
