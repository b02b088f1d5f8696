package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.Finding.Kind.ENCRYPTED_FOR_A_PERSON;
import static de.hypersoft.esolutions.certificates.Finding.Kind.NOT_A_PFX;
import static de.hypersoft.esolutions.certificates.Finding.Kind.UNKNOWN_ENCRYPTION;
import static de.hypersoft.esolutions.certificates.Finding.Kind.UNKNOWN_VERSION;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;

/**
 * Looks at a PFX before any key is derived, so that a file of 2 KB cannot burn minutes of CPU: how many entries, how
 * many rounds of key derivation, and only derivations that are known. Reads no password.
 */
final class PfxScan {

    private PfxScan() {}

    /**
     * @return what the file may still cost when it is opened, with what was counted so far
     * @throws Unacceptable naming the kind of file it is
     */
    static PfxBudget scan(byte[] file) throws Unacceptable {
        ASN1Primitive outer = FileKind.asn1(file);
        try {
            return scan(pfx(outer));
        } catch (IllegalArgumentException | ClassCastException | IllegalStateException | NullPointerException e) {
            throw new Unacceptable(NOT_A_PFX); // BouncyCastle says so in many ways
        }
    }

    private static PfxBudget scan(Pfx pfx) throws Unacceptable {
        PfxBudget budget = new PfxBudget();
        MacData mac = pfx.getMacData();
        if (mac != null) mac(mac, budget);
        for (ContentInfo content :
                AuthenticatedSafe.getInstance(octets(pfx.getAuthSafe())).getContentInfo()) content(content, budget);
        return budget;
    }

    private static Pfx pfx(ASN1Primitive outer) throws Unacceptable {
        ASN1Sequence sequence = ASN1Sequence.getInstance(outer);
        FileKind.refuseOther(sequence);
        if (!BigInteger.valueOf(3)
                .equals(org.bouncycastle.asn1.ASN1Integer.getInstance(sequence.getObjectAt(0))
                        .getValue())) throw new Unacceptable(UNKNOWN_VERSION);
        if (PKCSObjectIdentifiers.signedData.equals(
                ContentInfo.getInstance(sequence.getObjectAt(1)).getContentType()))
            throw new Unacceptable(ENCRYPTED_FOR_A_PERSON);
        return Pfx.getInstance(sequence);
    }

    private static void mac(MacData mac, PfxBudget budget) throws Unacceptable {
        var algorithm = mac.getMac().getAlgorithmId();
        if (PKCSObjectIdentifiers.id_PBMAC1.equals(algorithm.getAlgorithm()))
            budget.derivation(KeyDerivationFunc.getInstance(
                    PBMAC1Params.getInstance(algorithm.getParameters()).getKeyDerivationFunc()));
        else budget.iterations(mac.getIterationCount());
    }

    private static void content(ContentInfo content, PfxBudget budget) throws Unacceptable {
        if (PKCSObjectIdentifiers.encryptedData.equals(content.getContentType())) {
            budget.encryption(EncryptedData.getInstance(content.getContent()).getEncryptionAlgorithm());
        } else if (PKCSObjectIdentifiers.data.equals(content.getContentType())) {
            for (ASN1Encodable bag : ASN1Sequence.getInstance(octets(content))) bag(SafeBag.getInstance(bag), budget);
        } else if (PKCSObjectIdentifiers.envelopedData.equals(content.getContentType())) {
            throw new Unacceptable(ENCRYPTED_FOR_A_PERSON);
        } else {
            throw new Unacceptable(UNKNOWN_ENCRYPTION, content.getContentType().getId());
        }
    }

    /** Also used for the bags that show only after a part was decrypted. */
    static void bag(SafeBag bag, PfxBudget budget) throws Unacceptable {
        budget.entry();
        if (PKCSObjectIdentifiers.pkcs8ShroudedKeyBag.equals(bag.getBagId()))
            budget.encryption(
                    EncryptedPrivateKeyInfo.getInstance(bag.getBagValue()).getEncryptionAlgorithm());
    }

    private static byte[] octets(ContentInfo content) throws Unacceptable {
        return FileKind.checkDepth(
                ASN1OctetString.getInstance(content.getContent()).getOctets());
    }
}
