package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.web.RightConnection;
import jakarta.servlet.annotation.WebFilter;
import java.io.Serial;

/** The door of this web module. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Entrance extends RightConnection {

    @Serial
    private static final long serialVersionUID = 1L;
}
