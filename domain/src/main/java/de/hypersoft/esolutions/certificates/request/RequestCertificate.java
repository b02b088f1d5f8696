package de.hypersoft.esolutions.certificates.request;

import de.hypersoft.esolutions.certificates.check.PfxWorkers;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a key for a host and a certificate signing request for it. Between two transactions, on the threads that open
 * files: a key of RSA takes a second of a busy machine.
 */
@ApplicationScoped
public class RequestCertificate {

    private final SigningRequests requests;
    private final PfxWorkers workers;

    @Inject
    public RequestCertificate(SigningRequests requests, PfxWorkers workers) {
        this.requests = requests;
        this.workers = workers;
    }

    /**
     * @return the request that waits now
     * @throws Conflict when the machine is busy, or too many wait already
     */
    public UUID make(Caller by, String host, RequestedKey kind) {
        List<String> names = requests.namesFor(by, host);
        Optional<KeyPair> keys = workers.run(() -> Optional.of(kind.generate()), Optional.empty());
        KeyPair made = keys.orElseThrow(() -> new Conflict("machine-busy", "the machine is busy, nothing was made"));
        return requests.keep(by, host, kind, made, Pkcs10.pem(made, kind, names));
    }
}
