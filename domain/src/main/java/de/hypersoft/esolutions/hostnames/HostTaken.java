package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.kernel.Conflict;
import java.util.Map;

/** The host name belongs to another tenant. Does not say to whom. */
public final class HostTaken extends Conflict {
    HostTaken(HostName host) {
        super("host-taken", host + " already belongs to another shop", Map.of("host", host.value()));
    }
}
