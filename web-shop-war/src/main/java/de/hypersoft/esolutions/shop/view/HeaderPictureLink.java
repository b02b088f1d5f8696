package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.catalog.picture.HeaderPictures;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Whether the brand has a picture for the head of its pages, and where it is: known from memory. */
@ApplicationScoped
public class HeaderPictureLink {

    private final ShopRequest shopRequest;
    private final TtlCache<Optional<String>> etags;

    @Inject
    HeaderPictureLink(ShopRequest shopRequest, HeaderPictures pictures) {
        this.shopRequest = shopRequest;
        this.etags = new TtlCache<>(pictures::etag);
    }

    /** Its address, or empty. */
    public String link() {
        return etags.of(shopRequest.shop().tenant())
                .map(etag -> "/brand/header/" + etag)
                .orElse("");
    }
}
