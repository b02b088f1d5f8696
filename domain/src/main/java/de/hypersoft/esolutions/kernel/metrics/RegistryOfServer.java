package de.hypersoft.esolutions.kernel.metrics;

import io.micrometer.core.instrument.MeterRegistry;

/** Where the server keeps the meters that it shows. */
public interface RegistryOfServer {

    MeterRegistry registry();
}
