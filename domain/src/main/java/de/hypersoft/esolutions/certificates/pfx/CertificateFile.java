package de.hypersoft.esolutions.certificates.pfx;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_CERTIFICATE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_CERTIFICATE_LIST;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNREADABLE_CERTIFICATE;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /** How PFX and certificates (DER), or PEM, begin in base64; the latter also for URLs. */
    private static final Pattern BASE64 = Pattern.compile("(MI|LS0tLS1CRUdJTi)[A-Za-z0-9+/_-]{100,}={0,2}");

    private static final byte ASN1 = 0x30;

    private CertificateFile() {}

    /** @throws Unacceptable when it does not open, whatever the reason */
    public static OpenedFile open(byte[] file, char[] password, PfxBudget budget) throws Unacceptable {
        FileKind.refuseOther(file);
        Optional<String> pem = FileKind.pem(file);
        if (pem.isPresent()) return new PemFile(password, budget).open(pem.get());
        List<SentFile> inside = base64(file);
        if (!inside.isEmpty()) return CertificateFiles.open(inside, password, budget);
        return binary(file, password, budget);
    }

    /** What is neither text nor anything that is told by its first bytes. */
    static OpenedFile binary(byte[] binary, char[] password, PfxBudget budget) throws Unacceptable {
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

    /**
     * Key vaults and clusters hand files out as base64, alone or within JSON, YAML or quotes, one for each part.
     *
     * @return what lies in the text, in its order; none when it is no text or holds nothing of the kind
     */
    private static List<SentFile> base64(byte[] file) {
        String text = FileKind.text(file);
        String whole = text.replaceAll("\\s", "");
        boolean alone = whole.matches("(MI|LS0t)[A-Za-z0-9+/_-]{20,}={0,2}");
        if (!alone && file[0] == ASN1) return List.of(); // letters in a certificate
        return BASE64.matcher(alone ? whole : text)
                .results()
                .map(found -> decoded(found.group()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SentFile> decoded(String base64) {
        try {
            String usual = base64.replace('-', '+').replace('_', '/');
            return Optional.of(new SentFile("", Base64.getDecoder().decode(usual)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // it is text, and so it is said
        }
    }
}
