package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.kernel.audit.Origin;
import de.hypersoft.esolutions.web.HttpsFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** The door of this web module. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PortalHttpsFilter extends HttpsFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String CATALOG = "/portal/api/pos/v1/catalog";

    /** A little more than the largest catalogue, so that one that is larger still is told so. */
    static final long MOST_OF_A_CATALOG = 52L * 1024 * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Origin.from(request.getRemoteAddr());
        try {
            super.doFilter(request, response, chain);
        } finally {
            Origin.gone();
        }
    }

    @Override
    protected long mostOf(String path) {
        return path.equals(CATALOG) ? MOST_OF_A_CATALOG : super.mostOf(path);
    }
}
