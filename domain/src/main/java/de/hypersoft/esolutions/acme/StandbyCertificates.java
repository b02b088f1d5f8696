package de.hypersoft.esolutions.acme;

import de.hypersoft.esolutions.certificates.IssuedCertificates;
import de.hypersoft.esolutions.certificates.Source;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Tells those who warn whether an automatic certificate stands ready behind an uploaded one. */
@ApplicationScoped
@Transactional
public class StandbyCertificates {

    private final EntityManager entities;
    private final IssuedCertificates issued;
    private final AcmeSettings settings;

    @Inject
    public StandbyCertificates(EntityManager entities, IssuedCertificates issued, AcmeSettings settings) {
        this.entities = entities;
        this.issued = issued;
        this.settings = settings;
    }

    /** @param end of the certificate whose place it would take */
    public boolean holds(String host, TenantId tenant, Instant end) {
        AutomaticDomain row = entities.find(AutomaticDomain.class, host);
        if (settings.directory().isEmpty()
                || row == null
                || !row.allowed()
                || !row.tenant().equals(tenant)) return false;
        return issued.of(row.host()).stream()
                .anyMatch(c -> c.source() == Source.ACME
                        && c.tenant().equals(tenant)
                        && c.keyKept()
                        && c.notAfter().isAfter(end));
    }
}
