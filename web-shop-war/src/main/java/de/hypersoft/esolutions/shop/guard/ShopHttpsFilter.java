package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.web.HttpsFilter;
import jakarta.servlet.annotation.WebFilter;
import java.io.Serial;

/** The door of this web module. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ShopHttpsFilter extends HttpsFilter {

    @Serial
    private static final long serialVersionUID = 1L;
}
