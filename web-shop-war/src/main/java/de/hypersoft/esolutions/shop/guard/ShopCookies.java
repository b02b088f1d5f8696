package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.web.HostCookie;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/** The three cookies of the shop. All are needed to order, so none needs consent (L21). */
public final class ShopCookies {

    public static final String GUEST = "shop_guest";
    public static final String LANGUAGE = "shop_lang";
    public static final String LOCATION = "shop_place";
    private static final int THIRTY_DAYS = 30 * 24 * 3600;

    private ShopCookies() {}

    static Optional<String> value(ContainerRequestContext request, String name, boolean secure) {
        return HostCookie.value(request.getCookies(), name, secure);
    }

    static NewCookie of(String name, String value, boolean secure) {
        return HostCookie.of(name, value, secure, "/", NewCookie.SameSite.LAX, THIRTY_DAYS);
    }
}
