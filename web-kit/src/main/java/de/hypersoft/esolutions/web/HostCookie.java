package de.hypersoft.esolutions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Our cookies. Over HTTPS their names begin with {@code __Host-}: a browser takes such a cookie from the host itself
 * alone, by HTTPS, so no sibling domain, which may be another customer's, and nobody on the way can plant one.
 */
public final class HostCookie {

    private static final String PREFIX = "__Host-";

    private HostCookie() {}

    /** @param secure whether the browser speaks HTTPS; such a cookie needs {@code Secure}, {@code Path=/} and no domain */
    public static String name(String plain, boolean secure) {
        return secure ? PREFIX + plain : plain;
    }

    /** As the browser sent it: by HTTPS only one that nobody else can have set. */
    public static Optional<String> value(Map<String, Cookie> sent, String name, boolean secure) {
        return Optional.ofNullable(sent.get(name(name, secure))).map(Cookie::getValue);
    }

    /** The same, where there is a servlet's request only. */
    public static Optional<String> value(HttpServletRequest request, String name) {
        String whole = name(name, request.isSecure());
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(whole))
                .map(jakarta.servlet.http.Cookie::getValue)
                .findFirst();
    }

    /**
     * Not readable by scripts.
     *
     * @param path where it is sent to by plain HTTP; by HTTPS it is the whole host
     * @param maxAgeSeconds -1 until the browser closes, 0 to delete
     */
    public static NewCookie of(
            String name, String value, boolean secure, String path, NewCookie.SameSite site, int maxAgeSeconds) {
        return new NewCookie.Builder(name(name, secure))
                .value(value)
                .path(secure ? "/" : path)
                .httpOnly(true)
                .secure(secure)
                .sameSite(site)
                .maxAge(maxAgeSeconds)
                .build();
    }
}
