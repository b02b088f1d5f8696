package de.hypersoft.esolutions.timers;

import de.hypersoft.esolutions.certificates.serving.CertificatesChanged;
import de.hypersoft.esolutions.certificates.serving.ServeCertificates;
import de.hypersoft.esolutions.kernel.LoggableCause;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves a certificate right after the commit that says so, on a thread of its own: it shakes hands with ourselves. */
@ApplicationScoped
public class CertificateWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

    @Resource
    private ManagedExecutorService executor;

    private final ServeCertificates serve;

    @Inject
    public CertificateWatch(ServeCertificates serve) {
        this.serve = serve;
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) CertificatesChanged change) {
        serve.changedHere(change.host());
        executor.execute(this::follow);
    }

    private void follow() {
        try {
            serve.follow();
        } catch (RuntimeException e) {
            LOG.warn("certificates are followed at the next tick: {}", LoggableCause.of(e));
        }
    }
}
