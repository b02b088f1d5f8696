package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.picture.ArticleImages;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.view.HeaderPictureLink;
import de.hypersoft.esolutions.shop.view.TtlCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Which articles have a picture, and where it is: known from memory. */
@ApplicationScoped
class PictureLinks {

    private final ShopRequest shopRequest;
    private final HeaderPictureLink header;
    private final TtlCache<Map<String, String>> etags;

    @Inject
    PictureLinks(ShopRequest shopRequest, ArticleImages images, HeaderPictureLink header) {
        this.shopRequest = shopRequest;
        this.header = header;
        this.etags = new TtlCache<>(images::etags);
    }

    /** By article id. */
    Links links() {
        return new Links(etags.of(shopRequest.shop().tenant()));
    }

    /** With the one for the head of the pages. */
    All all() {
        return new All(header.link(), links());
    }

    record All(String header, Links links) {}

    record Links(Map<String, String> etags) {
        String of(String article) {
            String etag = etags.get(article);
            return etag == null ? "" : "/images/" + URLEncoder.encode(article, StandardCharsets.UTF_8) + "/" + etag;
        }
    }
}
