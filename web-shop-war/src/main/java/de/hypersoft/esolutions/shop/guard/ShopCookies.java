package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.web.HostCookie;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/** The three cookies of the shop. All are needed to order, so none needs consent (L21). */
final class ShopCookies {

    static final String GUEST = "shop_guest";
    static final String LANGUAGE = "shop_lang";
    static final String PLACE = "shop_place";
    private static final int THIRTY_DAYS = 30 * 24 * 3600;

    private ShopCookies() {}

    /** As the browser sent it: by HTTPS only one that nobody else can have set. */
    static Optional<String> value(ContainerRequestContext request, String name, boolean secure) {
        Cookie found = request.getCookies().get(HostCookie.name(name, secure));
        return Optional.ofNullable(found).map(Cookie::getValue);
    }

    static NewCookie of(String name, String value, boolean secure) {
        return new NewCookie.Builder(HostCookie.name(name, secure))
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(THIRTY_DAYS)
                .build();
    }
}
