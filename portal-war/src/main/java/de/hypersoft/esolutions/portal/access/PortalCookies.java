package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.web.HostCookie;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Map;

/**
 * The portal's cookies: not readable by scripts, by HTTPS of this host alone, by plain HTTP for this path only. Other
 * sites' forms and pictures do not send them; whoever follows a link, from a mail read in the browser for instance, is
 * still signed in.
 */
public final class PortalCookies {

    public static final String SESSION = "portal_session";
    static final String DEVICE = "portal_device";
    static final String FORM = "portal_form";
    public static final String LANGUAGE = "portal_language";

    private PortalCookies() {}

    /** Empty when the browser sent none; by HTTPS only one counts that nobody else can have set. */
    public static String value(Map<String, Cookie> sent, String name, boolean secure) {
        return HostCookie.value(sent, name, secure).orElse("");
    }

    /** @param maxAgeSeconds -1 until the browser closes, 0 to delete */
    public static NewCookie of(String name, String value, int maxAgeSeconds, URI request) {
        boolean secure = "https".equals(request.getScheme());
        NewCookie.SameSite site =
                FORM.equals(name) || DEVICE.equals(name) ? NewCookie.SameSite.STRICT : NewCookie.SameSite.LAX;
        return HostCookie.of(name, value, secure, "/portal", site, maxAgeSeconds);
    }
}
