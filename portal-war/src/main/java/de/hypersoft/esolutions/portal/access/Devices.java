package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.web.HostCookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;

/** The browser that makes this request, as the sign-in knows it. */
@RequestScoped
public class Devices {

    private static final int HALF_A_YEAR = 180 * 24 * 3600;

    private final HttpServletRequest request;

    @Inject
    public Devices(HttpServletRequest request) {
        this.request = request;
    }

    public Device current() {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Device(request.getRemoteAddr(), cookie(PortalCookies.DEVICE), agent == null ? "" : agent);
    }

    /** With it the browser may try although strangers try the account. */
    public static NewCookie cookie(String token, URI request) {
        return PortalCookies.of(PortalCookies.DEVICE, token, HALF_A_YEAR, request);
    }

    /** The secret of the session that this browser says it has, whatever that one is good for; empty for none. */
    public String session() {
        return cookie(PortalCookies.SESSION);
    }

    private String cookie(String plain) {
        return HostCookie.value(request, plain).orElse("");
    }
}
