package de.hypersoft.esolutions.certificates.pfx;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.DAMAGED;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.EMPTY_PASSWORD;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.KEY_PASSWORD_DIFFERS;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.KEY_UNPROTECTED;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.NO_CERTIFICATE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.NO_INTEGRITY;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.NO_PRIVATE_KEY;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.OLD_ENCRYPTION;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.PASSWORD_MISSING;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNREADABLE_CERTIFICATE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.WRONG_PASSWORD;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/**
 * Opens a PFX that was scanned before, with BouncyCastle: Java's own key store reads umlauts in passwords differently
 * from release to release, skips an unencrypted key, and counts iterations per entry only.
 */
final class PfxFile {

    private final PfxBudget budget;
    private final PfxCipher cipher;
    private final List<Finding> findings = new ArrayList<>();
    private final List<OpenedFile.Key> keys = new ArrayList<>();
    private final List<X509CertificateHolder> certificates = new ArrayList<>();
    private boolean encrypted;

    private PfxFile(PfxBudget budget, PfxPassword password) {
        this.budget = budget;
        this.cipher = new PfxCipher(password);
    }

    /** @throws Unacceptable when it does not open, whatever the reason */
    static OpenedFile open(ASN1Primitive file, char[] password, PfxBudget budget) throws Unacceptable {
        PfxScan scan = PfxScan.scan(file, budget);
        try {
            PfxFile opened = opened(scan, password, budget);
            if (scan.mac() == null) opened.findings.add(Finding.of(NO_INTEGRITY));
            if (password.length == 0) opened.findings.add(Finding.of(EMPTY_PASSWORD));
            if (!budget.oldEncryption().isEmpty())
                opened.findings.add(Finding.of(OLD_ENCRYPTION, budget.oldEncryption()));
            return new OpenedFile(opened.keys, opened.certificates, opened.findings, NO_PRIVATE_KEY, NO_CERTIFICATE);
        } catch (PfxBudget.Spent e) {
            throw budget.spent();
        }
    }

    /** A seal that fits proves the password and each byte; one that does not proves nothing about either. */
    private static PfxFile opened(PfxScan scan, char[] password, PfxBudget budget) throws Unacceptable {
        List<PfxPassword> ways = PfxPassword.ways(password, budget);
        PfxMac mac = scan.mac();
        if (mac == null)
            return firstThatFits(ways, way -> deciphered(scan, way, budget)).orElseThrow(() -> wrong(password));
        List<PfxPassword> sealing = PfxPassword.different(ways, mac.isPbmac1());
        Optional<PfxPassword> sealed = firstThatFits(
                sealing, way -> mac.fits(scan.content(), way, budget) ? Optional.of(way) : Optional.empty());
        if (sealed.isPresent()) {
            Set<PfxPassword> inside = new LinkedHashSet<>(List.of(sealed.get()));
            inside.addAll(ways);
            return firstThatFits(List.copyOf(inside), way -> deciphered(scan, way, budget))
                    .orElseThrow(() -> new Unacceptable(KEY_PASSWORD_DIFFERS));
        }
        boolean damaged = firstThatFits(
                        sealing, way -> deciphered(scan, way, budget).filter(opened -> opened.encrypted))
                .isPresent();
        throw damaged ? new Unacceptable(DAMAGED) : wrong(password);
    }

    private static Unacceptable wrong(char[] password) {
        return new Unacceptable(password.length == 0 ? PASSWORD_MISSING : WRONG_PASSWORD);
    }

    private interface Attempt<T> {
        Optional<T> with(PfxPassword way) throws Unacceptable;
    }

    /** When time runs out with another way than the usual one, that is no fault of the file. */
    private static <T> Optional<T> firstThatFits(List<PfxPassword> ways, Attempt<T> attempt) throws Unacceptable {
        for (PfxPassword way : ways) {
            try {
                Optional<T> fits = attempt.with(way);
                if (fits.isPresent()) return fits;
            } catch (PfxBudget.Spent e) {
                if (way == ways.get(0)) throw e;
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Empty when this is not the password of what is inside. */
    private static Optional<PfxFile> deciphered(PfxScan scan, PfxPassword way, PfxBudget budget) throws Unacceptable {
        PfxFile opened = new PfxFile(budget, way);
        try {
            for (ContentInfo part : scan.parts()) opened.read(part);
            return Optional.of(opened);
        } catch (PKCSException | IOException | RuntimeException e) { // a wrong key makes any of them
            if (budget.isSpent()) throw new PfxBudget.Spent();
            return Optional.empty();
        }
    }

    private void read(ContentInfo content) throws PKCSException, IOException, Unacceptable {
        boolean sealed = PKCSObjectIdentifiers.encryptedData.equals(content.getContentType());
        PKCS12SafeBagFactory bags =
                sealed ? new PKCS12SafeBagFactory(content, cipher) : new PKCS12SafeBagFactory(content);
        this.encrypted |= sealed;
        for (PKCS12SafeBag bag : bags.getSafeBags()) {
            if (sealed) PfxScan.bag(bag.toASN1Structure(), budget);
            read(bag);
        }
    }

    private void read(PKCS12SafeBag bag) throws PKCSException, Unacceptable {
        SafeBag raw = bag.toASN1Structure();
        if (PKCSObjectIdentifiers.certBag.equals(raw.getBagId())) {
            if (!(bag.getBagValue() instanceof X509CertificateHolder certificate))
                throw new Unacceptable(UNREADABLE_CERTIFICATE);
            certificates.add(certificate);
        } else if (PKCSObjectIdentifiers.pkcs8ShroudedKeyBag.equals(raw.getBagId())) {
            PrivateKeyInfo key = ((PKCS8EncryptedPrivateKeyInfo) bag.getBagValue()).decryptPrivateKeyInfo(cipher);
            this.encrypted = true;
            keys.add(new OpenedFile.Key(name(bag), key));
        } else if (PKCSObjectIdentifiers.keyBag.equals(raw.getBagId())) {
            findings.add(Finding.of(KEY_UNPROTECTED));
            keys.add(new OpenedFile.Key(name(bag), (PrivateKeyInfo) bag.getBagValue()));
        }
    }

    private static String name(PKCS12SafeBag bag) {
        ASN1Encodable value = attribute(bag, PKCS12SafeBag.friendlyNameAttribute);
        String name = value instanceof DERBMPString bmp ? bmp.getString() : "";
        return name.length() > 100 ? name.substring(0, 100) : name;
    }

    private static @Nullable ASN1Encodable attribute(PKCS12SafeBag bag, ASN1ObjectIdentifier type) {
        if (bag.getAttributes() == null) return null;
        for (var attribute : bag.getAttributes())
            if (attribute.getAttrType().equals(type)
                    && attribute.getAttrValues().size() > 0)
                return attribute.getAttrValues().getObjectAt(0);
        return null;
    }
}
