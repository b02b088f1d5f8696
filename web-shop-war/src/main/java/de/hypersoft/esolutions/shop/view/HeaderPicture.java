package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.catalog.HeaderPictures;
import de.hypersoft.esolutions.shop.guard.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The brand's picture at the head of its pages. Whether there is one is known from memory. */
@Path("/")
@ApplicationScoped
public class HeaderPicture {

    private final Visit visit;
    private final HeaderPictures pictures;
    private final Remembered<Optional<String>> etags;

    @SuppressWarnings("NullAway")
    public HeaderPicture() { // RESTEasy looks for it, CDI calls the other
        this.visit = null;
        this.pictures = null;
        this.etags = null;
    }

    @Inject
    public HeaderPicture(Visit visit, HeaderPictures pictures) {
        this.visit = visit;
        this.pictures = pictures;
        this.etags = new Remembered<>(pictures::etag);
    }

    @GET
    @Path("/brand/header/{version}")
    public Response picture(@PathParam("version") String version) {
        return PictureAnswer.of(pictures.picture(visit.shop().tenant()).orElseThrow(NotFoundException::new), version);
    }

    /** Its address, or empty. */
    public String link() {
        return etags.of(visit.shop().tenant())
                .map(etag -> "/brand/header/" + etag)
                .orElse("");
    }
}
