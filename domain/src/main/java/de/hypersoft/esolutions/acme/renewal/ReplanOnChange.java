package de.hypersoft.esolutions.acme.renewal;

import de.hypersoft.esolutions.acme.AutomaticPhase;
import de.hypersoft.esolutions.certificates.serving.CertificatesChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;

/** Whatever changes at a host's certificates may change what is to be done: it is thought over with the same commit. */
@ApplicationScoped
public class ReplanOnChange {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public ReplanOnChange(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public void onChange(@Observes CertificatesChanged change) {
        entities.createQuery("update AutomaticDomain d set d.nextAt = :now"
                        + " where d.host = :host and d.phase in (:resting) and d.nextAt > :now")
                .setParameter("now", clock.instant())
                .setParameter("host", change.host())
                .setParameter("resting", List.of(AutomaticPhase.RESTING, AutomaticPhase.PROVING))
                .executeUpdate();
    }
}
