package de.hypersoft.esolutions.hostnames.shopfront;

import de.hypersoft.esolutions.hostnames.DomainSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Links into the portal for whoever has no request at hand, such as a mail. They begin as PUBLIC_URL does, on the first
 * of PORTAL_HOSTS: the portal answers on no other host, least of all on a shop's.
 */
@ApplicationScoped
public class PortalAddress {

    private final String base;

    /** @param pattern PUBLIC_URL; its scheme and port are the portal's, too */
    @Inject
    public PortalAddress(
            DomainSettings settings,
            @ConfigProperty(name = "PUBLIC_URL", defaultValue = "https://{host}") String pattern) {
        String scheme = pattern.strip().replaceFirst("://.*", "://");
        String port = pattern.strip().replaceFirst(".*?(:\\d{1,5})?$", "$1");
        this.base = scheme + settings.portalHost().value() + port;
    }

    /** @param path below the portal's root, such as {@code /orders/…} */
    public String link(String path) {
        return base + "/portal" + path;
    }
}
