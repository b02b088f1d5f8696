package de.hypersoft.esolutions.web;

import de.hypersoft.esolutions.kernel.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secret in a visitor's cookie, by which tokens of forms are made; whoever brings none may get one with the answer. */
public final class CookieSecret {

    private final @Nullable String sent;
    private @Nullable String made;

    /** @param sent by the browser; null when it has none */
    public CookieSecret(@Nullable String sent) {
        this.sent = sent;
    }

    public Optional<String> sent() {
        return Optional.ofNullable(sent);
    }

    /** The one that was sent, else a new one, which is the same for the whole request. */
    public String orNew() {
        if (sent != null) return sent;
        if (made == null) made = Secret.fresh().value();
        return made;
    }

    /** The new one; whoever answers sets a cookie for it. */
    public Optional<String> made() {
        return Optional.ofNullable(made);
    }
}
