package de.hypersoft.esolutions.certificates.pfx;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNKNOWN_ENCRYPTION;

import java.math.BigInteger;
import java.security.MessageDigest;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The seal of a PFX. Only the digest itself is compared: BouncyCastle compares the whole structure as it would write it,
 * and so refuses what Windows and GnuTLS write, who leave out the NULL behind the name of the hash.
 */
final class PfxMac {

    private static final BigInteger SHORTEST_KEY = BigInteger.valueOf(20);

    private final MacData data;
    private final DigestInfo sealed;
    private final AlgorithmIdentifier algorithm;

    private PfxMac(MacData data) {
        this.data = data;
        this.sealed = data.getMac();
        this.algorithm = sealed.getAlgorithmId();
    }

    /**
     * Counted before it is computed.
     *
     * @throws Unacceptable when it is of a kind nobody here knows, or costs too much
     */
    static PfxMac scanned(MacData data, PfxBudget budget) throws Unacceptable {
        PfxMac mac = new PfxMac(data);
        if (mac.isPbmac1()) {
            budget.derivation(KeyDerivationFunc.getInstance(mac.pbmac1().getKeyDerivationFunc()));
            mac.known(mac.pbmac1().getMessageAuthScheme());
            mac.derivation();
        } else {
            mac.known(mac.algorithm);
            budget.iterations(data.getIterationCount());
        }
        return mac;
    }

    /** @param content of the authenticated safe */
    boolean fits(byte[] content, PfxPassword password, PfxBudget budget) throws Unacceptable {
        AlgorithmIdentifier hash = isPbmac1() ? pbmac1().getMessageAuthScheme() : algorithm;
        HMac mac = new HMac(PfxPassword.sha(hash.getAlgorithm(), budget));
        mac.init(isPbmac1() ? new KeyParameter(password.pbkdf2(derivation(), 8 * keyLength())) : key(password, mac));
        mac.update(content, 0, content.length);
        byte[] digest = new byte[mac.getMacSize()];
        mac.doFinal(digest, 0);
        return MessageDigest.isEqual(digest, sealed.getDigest());
    }

    private KeyParameter key(PfxPassword password, HMac mac) throws Unacceptable {
        return (KeyParameter) password.pkcs12(
                        algorithm.getAlgorithm(),
                        data.getSalt(),
                        data.getIterationCount().intValueExact())
                .generateDerivedMacParameters(8 * mac.getMacSize());
    }

    boolean isPbmac1() {
        return PKCSObjectIdentifiers.id_PBMAC1.equals(algorithm.getAlgorithm());
    }

    private PBMAC1Params pbmac1() {
        return PBMAC1Params.getInstance(algorithm.getParameters());
    }

    /** RFC 9579: the length of the key is never left out, and never below 20 bytes. */
    private PBKDF2Params derivation() throws Unacceptable {
        PBKDF2Params how =
                PBKDF2Params.getInstance(pbmac1().getKeyDerivationFunc().getParameters());
        if (how.getKeyLength() == null || how.getKeyLength().compareTo(SHORTEST_KEY) < 0)
            throw new Unacceptable(UNKNOWN_ENCRYPTION, "PBMAC1, " + how.getKeyLength());
        return how;
    }

    private int keyLength() throws Unacceptable {
        return derivation().getKeyLength().intValueExact();
    }

    private void known(AlgorithmIdentifier hash) throws Unacceptable {
        if (!PfxPassword.knows(hash.getAlgorithm()))
            throw new Unacceptable(UNKNOWN_ENCRYPTION, hash.getAlgorithm().getId());
    }
}
