package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.Finding.Kind.DAMAGED;
import static de.hypersoft.esolutions.certificates.Finding.Kind.EMPTY_PASSWORD;
import static de.hypersoft.esolutions.certificates.Finding.Kind.KEY_UNPROTECTED;
import static de.hypersoft.esolutions.certificates.Finding.Kind.NO_INTEGRITY;
import static de.hypersoft.esolutions.certificates.Finding.Kind.OLD_ENCRYPTION;
import static de.hypersoft.esolutions.certificates.Finding.Kind.PASSWORD_MISSING;
import static de.hypersoft.esolutions.certificates.Finding.Kind.UNREADABLE_CERTIFICATE;
import static de.hypersoft.esolutions.certificates.Finding.Kind.WRONG_PASSWORD;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Opens a PFX that was scanned before, with BouncyCastle: Java's own key store reads umlauts in passwords differently
 * from release to release, skips an unencrypted key, and counts iterations per entry only.
 */
final class PfxFile {

    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final PfxBudget budget;
    private final char[] password;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<X509CertificateHolder> certificates = new ArrayList<>();
    private boolean encrypted;

    private PfxFile(PfxBudget budget, char[] password) {
        this.budget = budget;
        this.password = password;
    }

    /** @param name as the file calls it; may be empty */
    record Key(String name, PrivateKeyInfo key) {
        @Override
        public String toString() {
            return "Key[" + name + "]";
        }
    }

    /** @throws Unacceptable when it does not open, whatever the reason */
    static PfxFile open(byte[] file, char[] password) throws Unacceptable {
        PfxBudget budget = PfxScan.scan(file);
        try {
            PfxFile opened = new PfxFile(budget, password);
            opened.read(new PKCS12PfxPdu(file));
            return opened;
        } catch (Unacceptable e) {
            if (password.length > 0) throw e;
            PfxFile opened = new PfxFile(budget, password);
            opened.readWithEmptyPassword(file);
            return opened;
        } catch (IOException | RuntimeException e) {
            throw new Unacceptable(DAMAGED); // BouncyCastle throws what comes along on odd input
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Key> keys() {
        return List.copyOf(keys);
    }

    List<X509CertificateHolder> certificates() {
        return List.copyOf(certificates);
    }

    private void read(PKCS12PfxPdu pfx) throws Unacceptable {
        boolean intact = intact(pfx);
        try {
            for (ContentInfo content : pfx.getContentInfos()) read(content);
        } catch (PKCSException | IOException | RuntimeException e) { // a wrong key makes any of them
            throw undecipherable(intact && pfx.hasMac());
        }
        if (!intact) throw encrypted ? new Unacceptable(DAMAGED) : new Unacceptable(wrongPassword());
        if (!pfx.hasMac()) findings.add(Finding.of(NO_INTEGRITY));
        if (password.length == 0) findings.add(Finding.of(EMPTY_PASSWORD));
        if (!budget.oldEncryption().isEmpty()) findings.add(Finding.of(OLD_ENCRYPTION, budget.oldEncryption()));
    }

    /** BouncyCastle derives no key from an empty password; Java does. */
    private void readWithEmptyPassword(byte[] file) throws Unacceptable {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key)
                    keys.add(new Key(alias, PrivateKeyInfo.getInstance(key.getEncoded())));
                Certificate[] chain = store.getCertificateChain(alias);
                for (Certificate one : chain == null ? new Certificate[0] : chain)
                    certificates.add(new X509CertificateHolder(one.getEncoded()));
            }
            findings.add(Finding.of(EMPTY_PASSWORD));
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new Unacceptable(PASSWORD_MISSING);
        }
    }

    private void read(ContentInfo content) throws PKCSException, IOException, Unacceptable {
        boolean sealed = PKCSObjectIdentifiers.encryptedData.equals(content.getContentType());
        PKCS12SafeBagFactory bags =
                sealed ? new PKCS12SafeBagFactory(content, decryptor()) : new PKCS12SafeBagFactory(content);
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
            PrivateKeyInfo key = ((PKCS8EncryptedPrivateKeyInfo) bag.getBagValue()).decryptPrivateKeyInfo(decryptor());
            this.encrypted = true;
            keys.add(new Key(name(bag), key));
        } else if (PKCSObjectIdentifiers.keyBag.equals(raw.getBagId())) {
            findings.add(Finding.of(KEY_UNPROTECTED));
            keys.add(new Key(name(bag), (PrivateKeyInfo) bag.getBagValue()));
        }
    }

    private boolean intact(PKCS12PfxPdu pfx) {
        if (!pfx.hasMac()) return true;
        try {
            return pfx.isMacValid(new JcePKCS12MacCalculatorBuilderProvider().setProvider(BOUNCY_CASTLE), password);
        } catch (PKCSException e) {
            return false;
        }
    }

    private InputDecryptorProvider decryptor() {
        return new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(BOUNCY_CASTLE)
                .setTryWrongPKCS12Zero(password.length == 0)
                .build(password);
    }

    private Unacceptable undecipherable(boolean passwordIsRight) {
        return passwordIsRight ? new Unacceptable(DAMAGED) : new Unacceptable(wrongPassword());
    }

    private Finding.Kind wrongPassword() {
        return password.length == 0 ? PASSWORD_MISSING : WRONG_PASSWORD;
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
