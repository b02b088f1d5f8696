package de.hypersoft.esolutions.catalog.picture;

import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

    @Embedded
    private StoredPicture stored;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected HeaderPicture() {} // JPA

    HeaderPicture(TenantId tenant, ArticleImages.Picture picture, Instant now) {
        this.tenant = tenant.value();
        this.stored = new StoredPicture(picture, now);
    }

    void replace(ArticleImages.Picture picture, Instant now) {
        this.stored = new StoredPicture(picture, now);
    }

    ArticleImages.Picture picture() {
        return stored.picture();
    }
}
