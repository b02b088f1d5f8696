package de.hypersoft.esolutions.certificates.pfx;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_CERTIFICATE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_CERTIFICATE_LIST;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNREADABLE_CERTIFICATE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/**
 * Opens one file of what people send for a certificate: mostly a PFX, as it is or in base64; or texts (PEM); or the certificates
 * alone (P7B, CER), which will do when their key is here or in another file; or a key.
 */
public final class CertificateFile {

    private CertificateFile() {}

    /** @throws Unacceptable when it does not open, whatever the reason */
    public static OpenedFile open(byte[] file, char[] password, PfxBudget budget) throws Unacceptable {
        FileKind.refuseOther(file);
        Optional<String> pem = FileKind.pem(file);
        if (pem.isPresent()) return new PemFile(password, budget).open(pem.get());
        byte[] binary = base64(file).orElse(file);
        ASN1Primitive outer = FileKind.asn1(binary);
        Optional<String> key = FileKind.key(outer);
        if (key.isPresent()) return new PemFile(password, budget).open(key.get(), binary);
        try {
            if (outer instanceof ASN1Sequence sequence && FileKind.isCertificate(sequence))
                return certificates(List.of(new X509CertificateHolder(binary)), IS_CERTIFICATE, budget);
            if (outer instanceof ASN1Sequence sequence && FileKind.isCertificateList(sequence))
                return certificates(listed(ContentInfo.getInstance(outer)), IS_CERTIFICATE_LIST, budget);
        } catch (IOException | CMSException | RuntimeException e) { // BouncyCastle says so in many ways
            throw new Unacceptable(UNREADABLE_CERTIFICATE);
        }
        return PfxFile.open(outer, password, budget);
    }

    /** Those of a P7B. */
    static List<X509CertificateHolder> listed(ContentInfo content) throws CMSException {
        return List.copyOf(new CMSSignedData(content).getCertificates().getMatches(null));
    }

    private static OpenedFile certificates(
            List<X509CertificateHolder> certificates, Finding.Kind keyless, PfxBudget budget) throws Unacceptable {
        for (X509CertificateHolder ignored : certificates) budget.entry();
        return new OpenedFile(List.of(), certificates, List.of(), keyless, keyless);
    }

    /** Key vaults hand a PFX out as text, with or without ends of lines. */
    private static Optional<byte[]> base64(byte[] file) {
        String text = FileKind.text(file).replaceAll("\\s", "");
        if (!text.matches("M[A-Za-z0-9+/]{20,}={0,2}")) return Optional.empty(); // M: the first byte is 0x30
        try {
            return Optional.of(Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // it is text, and so it is said
        }
    }
}
