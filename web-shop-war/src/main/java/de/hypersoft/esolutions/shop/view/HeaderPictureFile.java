package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.catalog.picture.HeaderPictures;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The brand's picture at the head of its pages, under an address that names its content. */
@Path("/")
@ApplicationScoped
public class HeaderPictureFile {

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private HeaderPictures pictures;

    @GET
    @Path("/brand/header/{version}")
    public Response picture(@PathParam("version") String version) {
        return PictureAnswer.of(
                pictures.picture(shopRequest.shop().tenant()).orElseThrow(NotFoundException::new), version);
    }
}
