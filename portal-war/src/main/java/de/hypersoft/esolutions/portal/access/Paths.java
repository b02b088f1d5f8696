package de.hypersoft.esolutions.portal.access;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Which part of the portal an address belongs to. */
public final class Paths {

    private Paths() {}

    /** The path below {@code /portal/}, without a leading slash. */
    public static String of(UriInfo uri) {
        String path = uri.getPath();
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** Tills speak here, with tokens of their own. */
    public static boolean isTillWire(String path) {
        return path.startsWith("api/pos/");
    }

    /** Style sheets and scripts, which know nothing of anybody. */
    static boolean isAsset(String path) {
        return path.startsWith("assets/");
    }

    /** Programs speak here and want problem+json. */
    public static boolean isApi(String path) {
        return path.startsWith("api/");
    }

    /** The page of this portal that a form was sent from, by its {@code Referer}; empty where nobody says. */
    static String page(@Nullable String referer) {
        if (referer == null) return "";
        try {
            URI page = URI.create(referer);
            return local(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** Only addresses of this portal may be returned to after signing in. */
    public static String local(String next) {
        boolean safe = next.startsWith("/portal/")
                && !next.contains("//")
                && !next.contains("\\")
                && !next.contains("/../")
                && next.length() < 500
                && next.chars().allMatch(c -> c > 32 && c < 127);
        return safe ? next : "/portal/";
    }
}
