package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.kernel.Conflict;
import java.util.Map;

/** The host name belongs to another tenant, or once did and is a vendor URL. Does not say to whom. */
public final class HostTaken extends Conflict {
    private HostTaken(String code, HostName host, String why) {
        super(code, host + why, Map.of("host", host.value()));
    }

    static HostTaken byAnother(HostName host) {
        return new HostTaken("host-taken", host, " already belongs to another shop");
    }

    /** Links and bookmarks to it still exist; they must never lead into another customer's shop. */
    static HostTaken retired(HostName host) {
        return new HostTaken("host-retired", host, " once belonged to another shop and is not given away again");
    }
}
