package de.hypersoft.esolutions.tls;

import org.jspecify.annotations.Nullable;

/** The default certificate: for its own names, and for clients that name no host. */
record Fallback(@Nullable Entries entries, @Nullable ServedNames names, boolean selfMade) {

    static final Fallback NONE = new Fallback(null, null, false);

    boolean covers(String host) {
        return names != null && names.covers(host);
    }
}
