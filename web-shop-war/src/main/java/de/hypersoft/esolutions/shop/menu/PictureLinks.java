package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.picture.ArticleImages;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
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
    private final TtlCache<Map<String, String>> etags;

    @Inject
    PictureLinks(ShopRequest shopRequest, ArticleImages images) {
        this.shopRequest = shopRequest;
        this.etags = new TtlCache<>(images::etags);
    }

    /** By article id. */
    Links links() {
        return new Links(etags.of(shopRequest.shop().tenant()));
    }

    record Links(Map<String, String> etags) {
        String of(String article) {
            String etag = etags.get(article);
            return etag == null ? "" : "/images/" + URLEncoder.encode(article, StandardCharsets.UTF_8) + "/" + etag;
        }
    }
}
