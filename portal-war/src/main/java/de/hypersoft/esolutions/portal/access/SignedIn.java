package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.web.FormToken;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who makes this request, filled once by the {@link Doorkeeper}. */
@RequestScoped
public class SignedIn {

    private @Nullable Caller caller;
    private String session = "";
    private String formSecret = "";
    private boolean formSecretIsNew;

    void as(Caller who, String sessionSecret) {
        this.caller = who;
        this.session = sessionSecret;
    }

    void anonymous(String cookie) {
        this.formSecret = cookie.isEmpty() ? Secret.fresh().value() : cookie;
        this.formSecretIsNew = cookie.isEmpty();
    }

    public Caller caller() {
        if (caller == null) throw new IllegalStateException("a page that needs a caller is marked @Open");
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
        return session.isEmpty() ? formSecret : session;
    }

    String session() {
        return session;
    }

    Optional<String> newFormSecret() {
        return formSecretIsNew ? Optional.of(formSecret) : Optional.empty();
    }
}
