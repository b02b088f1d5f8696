package de.hypersoft.esolutions.certificates.keys;

import de.hypersoft.esolutions.certificates.Certificate;
import de.hypersoft.esolutions.kernel.Conflict;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;

/** Opens a stored key for somebody who wants to do something with it. */
public final class StoredKey {

    private StoredKey() {}

    /** @throws Conflict when it is damaged, or the key file is not there */
    public static PrivateKey open(Certificate certificate, KeyVault vault) {
        try {
            return certificate.key(vault);
        } catch (GeneralSecurityException | IllegalStateException e) {
            throw new Conflict(
                    "certificate-key-damaged", "the key of certificate " + certificate.id() + " cannot be read");
        }
    }
}
