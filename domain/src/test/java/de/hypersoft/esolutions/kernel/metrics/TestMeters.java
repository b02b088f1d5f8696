package de.hypersoft.esolutions.kernel.metrics;

import io.micrometer.core.instrument.MeterRegistry;

/** Meters that a test reads. */
public final class TestMeters {

    private TestMeters() {}

    public static Meters on(MeterRegistry registry) {
        return new Meters(() -> registry);
    }
}
