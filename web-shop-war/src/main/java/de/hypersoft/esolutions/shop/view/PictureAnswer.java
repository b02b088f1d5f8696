package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.catalog.picture.ArticleImages.Picture;
import jakarta.ws.rs.core.Response;

/** A picture under an address that names its content: under its own it is kept for ever, under an older one it is not. */
public final class PictureAnswer {

    private PictureAnswer() {}

    /** @param version the etag that the address names */
    public static Response of(Picture picture, String version) {
        boolean newest = picture.etag().equals(version);
        return Response.ok(picture.content(), picture.mediaType())
                .header("Cache-Control", newest ? "public, max-age=31536000, immutable" : "no-cache")
                .build();
    }
}
