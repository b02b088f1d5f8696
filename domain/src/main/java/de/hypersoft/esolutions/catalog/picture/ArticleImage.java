package de.hypersoft.esolutions.catalog.picture;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

    @Embedded
    private StoredPicture stored;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected ArticleImage() {} // JPA

    ArticleImage(TenantId tenant, String article, ArticleImages.Picture picture, Instant now) {
        this.id = Uuid7.at(now);
        this.tenant = tenant.value();
        this.article = article;
        this.stored = new StoredPicture(picture, now);
    }

    void replace(ArticleImages.Picture picture, Instant now) {
        this.stored = new StoredPicture(picture, now);
    }

    ArticleImages.Picture picture() {
        return stored.picture();
    }
}
