package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The picture of an article, the same at all locations of a brand; it comes from the head office only (T23). */
@Entity
@Table(schema = "catalog", name = "article_image")
class ArticleImage {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "article_id")
    private String article;

    @Column(name = "media_type")
    private String mediaType;

    private String etag;
    private byte[] content;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected ArticleImage() {} // JPA

    @SuppressWarnings("NullAway.Init")
    ArticleImage(TenantId tenant, String article, ArticleImages.Picture picture, Instant now) {
        this.id = Uuid7.at(now);
        this.tenant = tenant.value();
        this.article = article;
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
