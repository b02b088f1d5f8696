package de.hypersoft.esolutions.certificates.serving;

import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.certificates.keys.DamagedKeys;
import de.hypersoft.esolutions.certificates.keys.KeyFile;
import de.hypersoft.esolutions.tls.CertificateDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What a handshake with this node gets to see of what the database calls active, for pages that tell people so. */
@ApplicationScoped
public class ShownHere {

    private final KeyFile keyFile;
    private final DamagedKeys damaged;
    private final CertificateDirectory directory;

    @Inject
    public ShownHere(KeyFile keyFile, DamagedKeys damaged) {
        this(keyFile, damaged, CertificateDirectory.ofServer());
    }

    public ShownHere(KeyFile keyFile, DamagedKeys damaged, CertificateDirectory directory) {
        this.keyFile = keyFile;
        this.damaged = damaged;
        this.directory = directory;
    }

    /** How far one active certificate is shown. */
    public enum Shown {
        YES,
        /** The key file is gone, or another one: no key opens. */
        KEY_FILE_LOST,
        /** Its stored key does not open: if it is still shown, then only until the next start. */
        KEY_DAMAGED,
        /** Another one is shown, or none. */
        NO
    }

    public Shown of(CertificateView active) {
        if (damaged.has(active.id())) return Shown.KEY_DAMAGED;
        if (directory.fingerprints(active.host().value()).contains(active.sha256())) return Shown.YES;
        return keyFile.seen().isWhole() ? Shown.NO : Shown.KEY_FILE_LOST;
    }

    /** Whether keys can be sealed and opened here at all. */
    public boolean isKeyFileWhole() {
        return keyFile.seen().isWhole();
    }

    /** Whose stored keys are damaged, served or not; by name. */
    public List<String> damagedHosts() {
        return damaged.hosts();
    }

    /** Names of further secrets that do not open, such as accounts with authorities. */
    public List<String> damagedSecrets() {
        return damaged.secrets();
    }
}
