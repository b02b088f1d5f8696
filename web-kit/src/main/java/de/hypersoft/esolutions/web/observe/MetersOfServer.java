package de.hypersoft.esolutions.web.observe;

import de.hypersoft.esolutions.http.ServerMeters;
import de.hypersoft.esolutions.kernel.metrics.RegistryOfServer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** The meters of the server that this runs in. */
@ApplicationScoped
public class MetersOfServer implements RegistryOfServer {

    @Override
    public MeterRegistry registry() {
        return ServerMeters.registry();
    }
}
