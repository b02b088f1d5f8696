package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.catalog.HeaderPictures;
import de.hypersoft.esolutions.shop.guard.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Whether the brand has a picture for the head of its pages, and where it is: known from memory. */
@ApplicationScoped
public class HeaderPictureLink {

    private final Visit visit;
    private final Remembered<Optional<String>> etags;

    @Inject
    HeaderPictureLink(Visit visit, HeaderPictures pictures) {
        this.visit = visit;
        this.etags = new Remembered<>(pictures::etag);
    }

    /** Its address, or empty. */
    public String link() {
        return etags.of(visit.shop().tenant())
                .map(etag -> "/brand/header/" + etag)
                .orElse("");
    }
}
