package de.hypersoft.esolutions.portal;

import de.hypersoft.esolutions.web.body.TextBodies;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/** Names the providers of {@code web-kit} that the portal uses: a server finds by itself those of its own module only. */
@Provider
public class PortalFeature implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        context.register(TextBodies.class);
        return true;
    }
}
