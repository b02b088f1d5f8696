package de.hypersoft.esolutions.menu;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;

/** Who works on the menu of which location. */
public record Editor(TenantId tenant, LocationId location, Actor actor) {}
