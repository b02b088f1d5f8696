package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.pos.tills.AuthenticateTill.Device;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The till that makes this request. */
@RequestScoped
public class TillCaller {

    private @Nullable Device device;

    void is(Device caller) {
        this.device = caller;
    }

    /** Whether a till makes it. */
    public boolean present() {
        return device != null;
    }

    public Device device() {
        if (device == null) throw new IllegalStateException("this resource is not bound to @TillCall");
        return device;
    }

    /** As whom its deeds are written down. */
    public Actor actor() {
        Device till = device();
        return Actor.till(till.till().toString(), till.name());
    }
}
