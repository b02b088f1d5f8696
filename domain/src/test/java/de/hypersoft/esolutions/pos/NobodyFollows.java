package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.sync.request.FollowSync;
import java.util.UUID;

/** No requested sync is followed here. */
public final class NobodyFollows extends FollowSync {

    @SuppressWarnings("NullAway")
    public NobodyFollows() {
        super(null, null, null);
    }

    @Override
    public void answered(UUID request) {
        // sync's own tests follow it
    }

    @Override
    public void unable(UUID request, String detail) {
        // sync's own tests follow it
    }
}
