package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.Finding.Kind.TOO_MANY_ENTRIES;
import static de.hypersoft.esolutions.certificates.Finding.Kind.TOO_MANY_ITERATIONS;
import static de.hypersoft.esolutions.certificates.Finding.Kind.UNKNOWN_ENCRYPTION;

import java.math.BigInteger;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** What one PFX may cost: entries, and rounds of key derivation over all of its parts. Counted before any is run. */
final class PfxBudget {

    static final int MOST_ENTRIES = 20;
    static final long MOST_ITERATIONS = 1_000_000;
    private static final BigInteger LONGEST_KEY = BigInteger.valueOf(64);

    private static final Map<ASN1ObjectIdentifier, String> OLD = Map.of(
            PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC4, "RC4-128",
            PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC4, "RC4-40",
            PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, "3DES",
            PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC, "2-key 3DES",
            PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC, "RC2-128",
            PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC, "RC2-40");

    private long iterations;
    private int entries;
    private String oldest = "";

    void entry() throws Unacceptable {
        if (++entries > MOST_ENTRIES) throw new Unacceptable(TOO_MANY_ENTRIES, String.valueOf(MOST_ENTRIES));
    }

    void encryption(AlgorithmIdentifier algorithm) throws Unacceptable {
        String old = OLD.get(algorithm.getAlgorithm());
        if (old != null) {
            this.oldest = old;
            iterations(PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations());
        } else if (PKCSObjectIdentifiers.id_PBES2.equals(algorithm.getAlgorithm())) {
            derivation(PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc());
        } else {
            throw new Unacceptable(UNKNOWN_ENCRYPTION, algorithm.getAlgorithm().getId());
        }
    }

    void derivation(KeyDerivationFunc function) throws Unacceptable {
        if (!PKCSObjectIdentifiers.id_PBKDF2.equals(function.getAlgorithm()))
            throw new Unacceptable(UNKNOWN_ENCRYPTION, function.getAlgorithm().getId());
        PBKDF2Params parameters = PBKDF2Params.getInstance(function.getParameters());
        BigInteger length = parameters.getKeyLength();
        if (length != null && (length.signum() <= 0 || length.compareTo(LONGEST_KEY) > 0))
            throw new Unacceptable(UNKNOWN_ENCRYPTION, "PBKDF2, " + (length.bitLength() > 31 ? "?" : length));
        iterations(parameters.getIterationCount());
    }

    void iterations(BigInteger count) throws Unacceptable {
        boolean sensible = count.signum() > 0 && count.bitLength() < 32;
        if (sensible) iterations += count.longValueExact();
        if (!sensible || iterations > MOST_ITERATIONS)
            throw new Unacceptable(
                    TOO_MANY_ITERATIONS, count.bitLength() < 64 ? count.toString() : "2^" + count.bitLength());
    }

    /** The oldest kind of encryption in the file, by its usual name; empty when all are of today. */
    String oldEncryption() {
        return oldest;
    }
}
