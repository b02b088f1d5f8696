package de.hypersoft.esolutions.certificates.pfx;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.TOOK_TOO_LONG;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.TOO_MANY_ENTRIES;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.TOO_MANY_ITERATIONS;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNKNOWN_ENCRYPTION;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.time.Duration;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * What one file may cost: entries and rounds of key derivation, counted before any is run, and processor time, measured
 * while they run. Made on the thread that opens the file.
 */
public final class PfxBudget {

    static final int MOST_ENTRIES = 20;
    /** In one part; Java's own key store has the same bound. NSS and GnuTLS write 600,000 in each of three parts. */
    static final long MOST_ITERATIONS = 5_000_000;

    static final Duration MOST_TIME = Duration.ofSeconds(5);
    private static final BigInteger LONGEST_KEY = BigInteger.valueOf(1024);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long ends;
    private final Duration most;
    private int entries;
    private String oldest = "";

    public PfxBudget() {
        this(MOST_TIME);
    }

    /** @param most processor time of this thread, from now on */
    public PfxBudget(Duration most) {
        this.most = most;
        this.ends = THREADS.getCurrentThreadCpuTime() + most.toNanos();
    }

    void entry() throws Unacceptable {
        if (++entries > MOST_ENTRIES) throw new Unacceptable(TOO_MANY_ENTRIES, String.valueOf(MOST_ENTRIES));
    }

    void encryption(AlgorithmIdentifier algorithm) throws Unacceptable {
        String old = PfxCipher.old(algorithm);
        if (old != null) {
            this.oldest = old;
            iterations(PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations());
        } else if (PKCSObjectIdentifiers.id_PBES2.equals(algorithm.getAlgorithm())) {
            PBES2Parameters parameters = PBES2Parameters.getInstance(algorithm.getParameters());
            derivation(parameters.getKeyDerivationFunc());
            PfxCipher.known(parameters);
        } else {
            throw new Unacceptable(UNKNOWN_ENCRYPTION, algorithm.getAlgorithm().getId());
        }
    }

    void derivation(KeyDerivationFunc function) throws Unacceptable {
        if (!PKCSObjectIdentifiers.id_PBKDF2.equals(function.getAlgorithm()))
            throw new Unacceptable(UNKNOWN_ENCRYPTION, function.getAlgorithm().getId());
        PBKDF2Params parameters = PBKDF2Params.getInstance(function.getParameters());
        if (!PfxPassword.knows(parameters.getPrf().getAlgorithm()))
            throw new Unacceptable(
                    UNKNOWN_ENCRYPTION, parameters.getPrf().getAlgorithm().getId());
        BigInteger length = parameters.getKeyLength();
        if (length != null && (length.signum() <= 0 || length.compareTo(LONGEST_KEY) > 0))
            throw new Unacceptable(UNKNOWN_ENCRYPTION, "PBKDF2, " + (length.bitLength() > 31 ? "?" : length));
        iterations(parameters.getIterationCount());
    }

    void iterations(BigInteger count) throws Unacceptable {
        if (count.signum() <= 0 || count.compareTo(BigInteger.valueOf(MOST_ITERATIONS)) > 0)
            throw new Unacceptable(
                    TOO_MANY_ITERATIONS, count.bitLength() < 64 ? count.toString() : "2^" + count.bitLength());
    }

    /** @throws Spent when this thread has had its share of the processor */
    void look() {
        if (isSpent()) throw new Spent();
    }

    /** BouncyCastle wraps what is thrown out of its middle. */
    boolean isSpent() {
        return THREADS.getCurrentThreadCpuTime() > ends;
    }

    /** To be said when it was {@link Spent}. */
    Unacceptable spent() {
        return new Unacceptable(TOOK_TOO_LONG, String.valueOf(most.toSeconds()));
    }

    /** The oldest kind of encryption in the file, by its usual name; empty when all are of today. */
    String oldEncryption() {
        return oldest;
    }

    /** Thrown out of the middle of a derivation. */
    static final class Spent extends RuntimeException {
        Spent() {
            super("no processor time left", null, false, false);
        }
    }
}
