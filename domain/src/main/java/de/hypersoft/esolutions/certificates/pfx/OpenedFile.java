package de.hypersoft.esolutions.certificates.pfx;

import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * What was in a file, whatever its form.
 *
 * @param keys in clear
 * @param keyless what the file is when it turns out that no key belongs to it, here or elsewhere
 * @param bare what it is when there is a key, but no certificate
 */
public record OpenedFile(
        List<Key> keys,
        List<X509CertificateHolder> certificates,
        List<Finding> findings,
        Finding.Kind keyless,
        Finding.Kind bare) {

    public OpenedFile {
        keys = List.copyOf(keys);
        certificates = List.copyOf(certificates);
        findings = List.copyOf(findings);
    }

    /** @param name as the file calls it; may be empty */
    record Key(String name, PrivateKeyInfo key) {
        @Override
        public String toString() {
            return "Key[" + name + "]";
        }
    }

    @Override
    public String toString() {
        return "OpenedFile[" + certificates.size() + " certificates]"; // a key is shown nowhere
    }
}
