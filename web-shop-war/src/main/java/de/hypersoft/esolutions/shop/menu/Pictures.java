package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.picture.ArticleImages;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.view.PictureAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Pictures of articles, each under an address that names its content. */
@Path("/")
@ApplicationScoped
public class Pictures {

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private ArticleImages images;

    @GET
    @Path("/images/{article}/{version}")
    public Response picture(@PathParam("article") String article, @PathParam("version") String version) {
        return PictureAnswer.of(
                images.picture(shopRequest.shop().tenant(), article).orElseThrow(NotFoundException::new), version);
    }
}
