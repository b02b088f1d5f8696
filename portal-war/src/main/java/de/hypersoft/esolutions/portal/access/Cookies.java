package de.hypersoft.esolutions.portal.access;

import jakarta.ws.rs.core.NewCookie;
import java.net.URI;

/**
 * The portal's cookies: for this path only, not readable by scripts. Other sites' forms and pictures do not send them;
 * whoever follows a link, from a mail read in the browser for instance, is still signed in.
 */
public final class Cookies {

    static final String SESSION = "portal_session";
    static final String FORM = "portal_form";
    public static final String LANGUAGE = "portal_language";

    private Cookies() {}

    /** @param maxAgeSeconds -1 until the browser closes, 0 to delete */
    static NewCookie of(String name, String value, int maxAgeSeconds, URI request) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/portal")
                .httpOnly(true)
                .secure("https".equals(request.getScheme()))
                .sameSite(FORM.equals(name) ? NewCookie.SameSite.STRICT : NewCookie.SameSite.LAX)
                .maxAge(maxAgeSeconds)
                .build();
    }
}
