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
}
