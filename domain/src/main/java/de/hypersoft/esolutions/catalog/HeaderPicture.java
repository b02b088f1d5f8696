package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The picture at the head of a brand's shop; one or none per brand. */
@Entity
@Table(schema = "catalog", name = "header_picture")
class HeaderPicture {

    @Id
    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "media_type")
    private String mediaType;

    private String etag;
    private byte[] content;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected HeaderPicture() {} // JPA

    @SuppressWarnings("NullAway.Init")
    HeaderPicture(TenantId tenant, ArticleImages.Picture picture, Instant now) {
        this.tenant = tenant.value();
        replace(picture, now);
    }

    final void replace(ArticleImages.Picture picture, Instant now) {
        this.mediaType = picture.mediaType();
        this.etag = picture.etag();
        this.content = picture.content();
        this.changedAt = now;
    }

    ArticleImages.Picture picture() {
        return new ArticleImages.Picture(mediaType, etag, content);
    }
}
