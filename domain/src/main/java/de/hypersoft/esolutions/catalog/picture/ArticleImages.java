package de.hypersoft.esolutions.catalog.picture;

import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures of articles, by brand and article. What kind of file it is says the file itself, not its sender. */
@ApplicationScoped
@Transactional
public class ArticleImages {

    public static final int MAX_BYTES = 2 * 1024 * 1024;

    /** Pixels: a dish is shown alone on its page, and screens have two for one. */
    private static final int LONGEST = 1_200;

    private static final Logger LOG = LoggerFactory.getLogger(ArticleImages.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public ArticleImages(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** @param etag changes with the content; also good as part of a link that may be cached for ever */
    @SuppressWarnings("ArrayRecordComponent") // handed through to the browser, never compared
    public record Picture(String mediaType, String etag, byte[] content) {}

    /**
     * @param headOffice whether the sender is the head office's connector (T23)
     * @return the picture's etag
     */
    public String put(TenantId tenant, boolean headOffice, String article, byte[] content, Actor actor) {
        requireHeadOffice(headOffice);
        if (!ID.matcher(article).matches()) throw new Invalid("invalid-id", "this is no article id", "articleId");
        Picture picture = ImageFile.read(content, MAX_BYTES, LONGEST);
        find(tenant, article)
                .ifPresentOrElse(
                        known -> known.replace(picture, clock.instant()),
                        () -> entities.persist(new ArticleImage(tenant, article, picture, clock.instant())));
        LOG.info("picture of article {} of tenant {} changed by {}", article, tenant, actor.name());
        return picture.etag();
    }

    public Optional<Picture> picture(TenantId tenant, String article) {
        return find(tenant, article).map(ArticleImage::picture);
    }

    /** Which articles of a brand have a picture, with its etag; one query that reads no picture. */
    public Map<String, String> etags(TenantId tenant) {
        Map<String, String> result = new HashMap<>();
        entities.createQuery(
                        Projection.of(Etag.class, "i.article, i.stored.etag")
                                + " from ArticleImage i where i.tenant = :tenant",
                        Etag.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .forEach(etag -> result.put(etag.article(), etag.value()));
        return result;
    }

    private record Etag(String article, String value) {}

    /** @throws Forbidden when a location sends a picture, which would be seen at all others (T23) */
    static void requireHeadOffice(boolean headOffice) {
        if (!headOffice)
            throw new Forbidden("head-office-only", "pictures come from the head office, not from a location (T23)");
    }

    private Optional<ArticleImage> find(TenantId tenant, String article) {
        return entities.createQuery(
                        "select i from ArticleImage i where i.tenant = :tenant and i.article = :article",
                        ArticleImage.class)
                .setParameter("tenant", tenant.value())
                .setParameter("article", article)
                .getResultStream()
                .findFirst();
    }
}
