package de.hypersoft.esolutions.kernel.database;

import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * One reason why this node may be ready or not. Asked by {@link NodeReadiness} alone: whatever else the server found by
 * itself as a check of its own could answer 500 while the system starts. Keys of data are unique among all parts.
 */
public interface ReadinessPart {

    HealthCheckResponse call();
}
