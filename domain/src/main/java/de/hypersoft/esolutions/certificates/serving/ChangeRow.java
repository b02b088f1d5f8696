package de.hypersoft.esolutions.certificates.serving;

import de.hypersoft.esolutions.hostnames.HostName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells every node that a host is to be served otherwise than before. Written with the change, never changed. */
@Entity
@Table(schema = "certificates", name = "change")
public class ChangeRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long seq;

    private String host;

    @Column(name = "changed_at")
    private Instant at;

    @SuppressWarnings("NullAway")
    protected ChangeRow() {} // JPA

    public ChangeRow(HostName host, Instant now) {
        this.host = host.value();
        this.at = now;
    }
}
