package de.hypersoft.esolutions.reporting;

import java.time.LocalDate;
import java.util.UUID;

/** One stored sum. */
record Cell(UUID tenant, Kind kind, LocalDate day, UUID location, String item) {}
