package de.hypersoft.esolutions.shop.guard;

import jakarta.ws.rs.core.NewCookie;

/** The three cookies of the shop. All are needed to order, so none needs consent (L21). */
final class Cookies {

    static final String GUEST = "shop_guest";
    static final String LANGUAGE = "shop_lang";
    static final String PLACE = "shop_place";
    private static final int THIRTY_DAYS = 30 * 24 * 3600;

    private Cookies() {}

    static NewCookie of(String name, String value, boolean secure) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(THIRTY_DAYS)
                .build();
    }
}
