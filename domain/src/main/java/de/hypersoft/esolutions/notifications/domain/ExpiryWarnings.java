package de.hypersoft.esolutions.notifications.domain;

import de.hypersoft.esolutions.acme.StandbyCertificates;
import de.hypersoft.esolutions.certificates.ExpiringCertificates;
import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Warns the customer and hosting staff that a certificate ends (T48): each step once per certificate and recipient, on
 * however many domains it is served, over restarts and nodes, for the step is written down with the mail.
 */
@ApplicationScoped
@Transactional
public class ExpiryWarnings {

    private final ExpiringCertificates certificates;
    private final ClusterLock clusterLock;
    private final StandbyCertificates net;
    private final DomainLetters letters;

    @Inject
    ExpiryWarnings(
            ExpiringCertificates certificates,
            ClusterLock clusterLock,
            StandbyCertificates net,
            DomainLetters letters) {
        this.certificates = certificates;
        this.clusterLock = clusterLock;
        this.net = net;
        this.letters = letters;
    }

    /** Whether somebody at the hosting is written to. */
    public boolean staffAreWarned() {
        return letters.reachStaff();
    }

    /** Queues what is due for at most {@code limit} certificates; returns how many mails. */
    public int warn(int limit) {
        if (certificates.due(1).isEmpty() || !clusterLock.take("certificate-expiry")) return 0;
        int queued = 0;
        for (ExpiringCertificates.Due due : certificates.due(limit)) {
            queued += warn(due);
            certificates.told(due);
        }
        return queued;
    }

    private int warn(ExpiringCertificates.Due due) {
        List<String> held = due.automatic()
                ? List.of()
                : due.hosts().stream()
                        .filter(host -> net.holds(host, due.tenant(), due.notAfter()))
                        .toList();
        return letters.queue(
                MailKind.CERTIFICATE_EXPIRY,
                due.id(),
                due.step(),
                due.hosts(),
                due.tenant(),
                reader -> ExpiryText.of(due, held, reader));
    }
}
