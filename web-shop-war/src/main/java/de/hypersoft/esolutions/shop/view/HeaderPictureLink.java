package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.catalog.HeaderPictures;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Whether the brand has a picture for the head of its pages, and where it is: known from memory. */
@ApplicationScoped
public class HeaderPictureLink {

    private final ShopRequest visit;
    private final TtlCache<Optional<String>> etags;

    @Inject
    HeaderPictureLink(ShopRequest visit, HeaderPictures pictures) {
        this.visit = visit;
        this.etags = new TtlCache<>(pictures::etag);
    }

    /** Its address, or empty. */
    public String link() {
        return etags.of(visit.shop().tenant())
                .map(etag -> "/brand/header/" + etag)
                .orElse("");
    }
}
