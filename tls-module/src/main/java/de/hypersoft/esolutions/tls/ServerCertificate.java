package de.hypersoft.esolutions.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key with its chain, leaf first. Whoever prints it sees the certificate only.
 *
 * @param chain at least the leaf; the root need not be in it
 */
public record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {

    /** @throws IllegalArgumentException when the chain is empty or its leaf has a key of another kind */
    public ServerCertificate {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) throw new IllegalArgumentException("a certificate without a chain");
        String certified = chain.get(0).getPublicKey().getAlgorithm();
        if (!certified.equals(key.getAlgorithm()))
            throw new IllegalArgumentException("a " + key.getAlgorithm() + " key for a certificate of " + certified);
    }

    public X509Certificate leaf() {
        return chain.get(0);
    }

    /** {@code EC} or {@code RSA}. */
    String keyType() {
        return key.getAlgorithm();
    }

    @Override
    public String toString() {
        return "ServerCertificate[" + keyType() + " " + Fingerprint.of(leaf()) + "]";
    }
}
