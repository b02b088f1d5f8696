package de.hypersoft.esolutions.acme.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * This installation's account with one authority. Its key is made and stored before the authority hears of it, so that
 * a node that dies in between leaves one account behind and not two.
 */
@Entity
@Table(schema = "acme", name = "account")
class AcmeAccount {

    @Id
    private String directory;

    private UUID id;

    private @Nullable String url;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "registered_at")
    private @Nullable Instant registeredAt;

    @SuppressWarnings("NullAway")
    protected AcmeAccount() {} // JPA

    AcmeAccount(String directory, UUID id, Instant now) {
        this.directory = directory;
        this.id = id;
        this.createdAt = now;
    }

    void registered(String itsUrl, Instant now) {
        this.url = itsUrl;
        this.registeredAt = now;
    }

    /** The authority does not know it any more: it is told of it anew. */
    void unknown() {
        this.url = null;
    }

    @Nullable
    String url() {
        return url;
    }

    /** Name of its key among the sealed secrets. */
    String secret() {
        return "acme-account|" + id;
    }
}
