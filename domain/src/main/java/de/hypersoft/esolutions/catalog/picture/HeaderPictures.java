package de.hypersoft.esolutions.catalog.picture;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The picture at the head of each brand's shop. It concerns all locations, so it comes from the head office (T23), or
 * from somebody who may touch them all.
 */
@ApplicationScoped
@Transactional
public class HeaderPictures {

    /** As large as a camera makes them; what guests load first is made small here. */
    public static final int MAX_BYTES = 6 * 1024 * 1024;

    /** Pixels, twice as many as the widest page shows beside each other. */
    private static final int LONGEST = 1_600;

    private final EntityManager entities;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public HeaderPictures(EntityManager entities, Audit audit, Clock clock) {
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param headOffice whether the sender is the head office's connector (T23)
     * @return the picture's etag
     */
    public String send(TenantId tenant, boolean headOffice, byte[] content, Actor by) {
        ArticleImages.requireHeadOffice(headOffice);
        return set(Scope.all(tenant), content, by);
    }

    /** @return the picture's etag */
    public String set(Scope scope, byte[] content, Actor by) {
        scope.requireAll();
        ArticleImages.Picture picture = ImageFile.read(content, MAX_BYTES, LONGEST);
        HeaderPicture known = find(scope.tenant());
        if (known != null && known.picture().etag().equals(picture.etag())) return picture.etag();
        if (known == null) entities.persist(new HeaderPicture(scope.tenant(), picture, clock.instant()));
        else known.replace(picture, clock.instant());
        audit.record(by, scope.tenant().value(), "header-picture-set", "", picture.mediaType());
        return picture.etag();
    }

    public void remove(Scope scope, Actor by) {
        scope.requireAll();
        HeaderPicture known = find(scope.tenant());
        if (known == null) return;
        entities.remove(known);
        audit.record(by, scope.tenant().value(), "header-picture-removed", "", "");
    }

    public Optional<ArticleImages.Picture> picture(TenantId tenant) {
        return Optional.ofNullable(find(tenant)).map(HeaderPicture::picture);
    }

    /** Changes with the picture; empty when the brand has none. Reads no picture. */
    public Optional<String> etag(TenantId tenant) {
        return entities.createQuery("select p.stored.etag from HeaderPicture p where p.tenant = :tenant", String.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .findFirst();
    }

    private @Nullable HeaderPicture find(TenantId tenant) {
        return entities.find(HeaderPicture.class, tenant.value());
    }
}
