package de.hypersoft.esolutions.portal.signin;

import de.hypersoft.esolutions.hostnames.DomainSettings;
import de.hypersoft.esolutions.identity.DemoAccounts;
import de.hypersoft.esolutions.identity.FirstAdministrator;
import de.hypersoft.esolutions.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * At start, without a demo: shuts what a demo before left open, and prints the link with which the first administrator is
 * made as long as there is none.
 */
@ApplicationScoped
public class SetupOffer {

    private static final Logger LOG = LoggerFactory.getLogger(SetupOffer.class);

    private final DemoAccounts former;
    private final FirstAdministrator first;
    private final DomainSettings settings;
    private final boolean demo;
    private final String address;

    @Inject
    public SetupOffer(
            DemoAccounts former,
            FirstAdministrator first,
            DomainSettings settings,
            @ConfigProperty(name = "esolutions.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "esolutions.portal-url", defaultValue = "http://localhost") String address,
            @ConfigProperty(name = "jboss.socket.binding.port-offset", defaultValue = "0") int portOffset) {
        this.former = former;
        this.first = first;
        this.settings = settings;
        this.demo = demo;
        this.address = "http://localhost".equals(address) ? address + ":" + (8080 + portOffset) : address;
    }

    void atStart(@Observes @Initialized(ApplicationScoped.class) Object event) {
        if (demo) return;
        List<String> shut = former.shut();
        if (!shut.isEmpty())
            LOG.warn(
                    "This database began as a demo. Everybody knows the passwords of {}: they were taken away, and the"
                            + " accounts are deactivated",
                    shut);
        first.offer().map(Secret::value).ifPresent(this::print);
    }

    private void print(String token) {
        LOG.warn(
                "No hosting staff yet. Make the first administrator within 24 hours: {}/portal/setup/{}",
                address,
                token);
        if (!settings.portalHostsSet())
            LOG.warn("PORTAL_HOSTS is not set: until it names the portal's hosts, it answers under localhost only");
    }
}
