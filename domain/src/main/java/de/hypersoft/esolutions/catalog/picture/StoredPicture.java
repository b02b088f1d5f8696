package de.hypersoft.esolutions.catalog.picture;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A picture as it lies in the database, with the moment it last changed. */
@Embeddable
class StoredPicture {

    @Column(name = "media_type")
    private String mediaType;

    private String etag;
    private byte[] content;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway")
    protected StoredPicture() {} // JPA

    StoredPicture(ArticleImages.Picture picture, Instant now) {
        this.mediaType = picture.mediaType();
        this.etag = picture.etag();
        this.content = picture.content();
        this.changedAt = now;
    }

    ArticleImages.Picture picture() {
        return new ArticleImages.Picture(mediaType, etag, content);
    }
}
