package de.hypersoft.esolutions.certificates.pfx;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.ENCRYPTED_FOR_A_PERSON;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.NOT_A_PFX;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNKNOWN_ENCRYPTION;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNKNOWN_VERSION;

import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a PFX before any key is derived, so that a file of 2 KB cannot burn minutes of CPU: how many entries, how
 * many rounds of key derivation, and only derivations that are known. Reads no password.
 *
 * @param mac null when the file has no seal
 * @param content what the seal is over
 */
record PfxScan(@Nullable PfxMac mac, byte[] content, List<ContentInfo> parts) {

    /**
     * @return what was found, with nothing opened yet
     * @throws Unacceptable naming the kind of file it is
     */
    static PfxScan scan(ASN1Primitive outer, PfxBudget budget) throws Unacceptable {
        try {
            return scan(pfx(outer), budget);
        } catch (IllegalArgumentException | ClassCastException | IllegalStateException | NullPointerException e) {
            throw new Unacceptable(NOT_A_PFX); // BouncyCastle says so in many ways
        }
    }

    private static PfxScan scan(Pfx pfx, PfxBudget budget) throws Unacceptable {
        MacData data = pfx.getMacData();
        PfxMac mac = data == null ? null : PfxMac.scanned(data, budget);
        byte[] content = octets(pfx.getAuthSafe());
        ContentInfo[] parts = AuthenticatedSafe.getInstance(content).getContentInfo();
        for (ContentInfo part : parts) content(part, budget);
        return new PfxScan(mac, content, List.of(parts));
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
