package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.session.Sessions;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.web.CookieSecret;
import de.hypersoft.esolutions.web.FormToken;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who makes this request, filled once by the {@link AuthenticationFilter}. */
@RequestScoped
public class SignedIn {

    private @Nullable Caller caller;
    private @Nullable UUID sessionId;
    private String session = "";
    private @Nullable Secret renewed;
    private String formKey = "";
    private @Nullable CookieSecret formSecret;

    void as(Sessions.Opened open, String sessionSecret) {
        this.caller = open.caller();
        this.sessionId = open.session();
        this.formKey = open.formKey();
        this.session = sessionSecret;
    }

    /** The session got a new secret, which goes to the browser with whatever is answered. */
    public void renewed(Secret secret) {
        this.renewed = secret;
        this.session = secret.value();
    }

    void anonymous(String cookie) {
        this.formSecret = new CookieSecret(cookie.isEmpty() ? null : cookie);
        formSecret.orNew();
    }

    public Caller caller() {
        if (caller == null) throw new IllegalStateException("a page that needs a caller is marked @PermitAll");
        return caller;
    }

    public Optional<Caller> optional() {
        return Optional.ofNullable(caller);
    }

    /** Belongs into every form, a fresh one each; bound to the session, or to a form cookie as long as there is none. */
    public String csrf() {
        return FormToken.of(formKey());
    }

    boolean isOwn(String token) {
        String key = formKey();
        return !key.isEmpty() && FormToken.genuine(token, key);
    }

    /** Tells two sessions apart, and says nothing about either. */
    public String sessionTag() {
        return Secret.hashOf("tag:" + formKey()).substring(0, 12);
    }

    private String formKey() {
        if (!session.isEmpty()) return formKey;
        return formSecret == null ? "" : formSecret.orNew();
    }

    public String session() {
        return session;
    }

    /** Tells the session from others, whatever secrets it gets. */
    public UUID sessionId() {
        if (sessionId == null) throw new IllegalStateException("a page that needs a session is marked @PermitAll");
        return sessionId;
    }

    Optional<Secret> newSession() {
        return Optional.ofNullable(renewed);
    }

    Optional<String> newFormSecret() {
        return formSecret == null ? Optional.empty() : formSecret.made();
    }
}
