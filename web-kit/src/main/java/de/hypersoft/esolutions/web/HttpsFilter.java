package de.hypersoft.esolutions.web;

import de.hypersoft.esolutions.certificates.serving.SecureHosts;
import de.hypersoft.esolutions.http.head.Trace;
import de.hypersoft.esolutions.kernel.metrics.LogContext;
import de.hypersoft.esolutions.web.observe.ObservedRequests;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Before anything else: is this the right connection for the host, and should it be one by HTTPS? Each web module has a
 * filter of this kind, because a server looks for filters in web modules only.
 */
public abstract class HttpsFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int PERMANENT_REDIRECT = 308;
    private static final int MISDIRECTED_REQUEST = 421;

    @Inject
    private transient SecureHosts hosts;

    @Inject
    private transient ObservedRequests observed;

    /** @param format of the log, {@code text} or {@code json}: the start script has looked at it */
    @Inject
    void logs(@ConfigProperty(name = "LOG_FORMAT", defaultValue = "text") String format) {
        LogContext.readBy(!format.equals("json"));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        observed.came(exchange());
        LogContext.begin(Trace.of(exchange()));
        try {
            enter(request, response, chain);
        } finally {
            LogContext.end();
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isPacked(request)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        String host = request.getHeader("Host");
        if (host == null
                || !(request.isSecure() ? isElsewhere(host, request, response) : isByHttps(host, request, response)))
            chain.doFilter(request, response);
    }

    /** Nobody here unpacks a body; read as it is it would be blamed for its characters. */
    private static boolean isPacked(HttpServletRequest request) {
        String coding = request.getHeader("Content-Encoding");
        return coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity");
    }

    /** Not for this connection, or for another name of the shop. */
    private boolean isElsewhere(String host, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SSLSession connection = connection();
        if (connection != null && !hosts.covered(connection, host)) {
            response.setStatus(MISDIRECTED_REQUEST);
            response.setContentType("text/plain;charset=utf-8");
            response.getWriter().println("421 this connection was opened for another host");
            return true;
        }
        hosts.strictFor(host)
                .ifPresent(term -> response.setHeader("Strict-Transport-Security", "max-age=" + term.toSeconds()));
        return connection != null && isSentTo(hosts.canonicalOrigin(host, true), request, response);
    }

    private boolean isByHttps(String host, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> canonical = hosts.canonicalOrigin(host, false);
        return isSentTo(canonical.isPresent() ? canonical : hosts.httpsOrigin(host), request, response);
    }

    /** A certificate authority asks for its challenge by plain HTTP, before there is a certificate. */
    private static boolean isSentTo(Optional<String> origin, HttpServletRequest request, HttpServletResponse response) {
        if (origin.isEmpty() || request.getRequestURI().startsWith("/.well-known/acme-challenge/")) return false;
        String query = request.getQueryString();
        response.setStatus(PERMANENT_REDIRECT);
        response.setHeader("Location", origin.get() + request.getRequestURI() + (query == null ? "" : "?" + query));
        response.setHeader("Cache-Control", "max-age=300");
        return true;
    }

    /** Null behind a proxy that ends TLS itself. */
    private static @Nullable SSLSession connection() {
        return exchange().getConnection().getSslSession();
    }

    private static HttpServerExchange exchange() {
        return ServletRequestContext.requireCurrent().getExchange();
    }
}
