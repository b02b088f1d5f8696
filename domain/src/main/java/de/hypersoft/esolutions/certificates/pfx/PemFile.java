package de.hypersoft.esolutions.certificates.pfx;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_KEY;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_PEM_CERTIFICATE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_PEM_KEY;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_PEM_OTHER;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_PEM_REQUEST;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_SSH_KEY;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.KEY_UNPROTECTED;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.OLD_ENCRYPTION;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.PASSWORD_MISSING;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.TRUNCATED;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNKNOWN_ENCRYPTION;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNREADABLE_CERTIFICATE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNREADABLE_KEY;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.WRONG_PASSWORD;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.X509TrustedCertificateBlock;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;

/** Opens texts with certificates and keys, in any order and with anything between, as OpenSSL and GnuTLS write them. */
final class PemFile {

    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----(.*?)-----END \\1-----", Pattern.DOTALL);

    private static final Pattern OPENSSL_CIPHERS = Pattern.compile("(AES-(128|192|256)|DES|DES-EDE3?|BF|RC2)-.*");

    private final char[] password;
    private final PfxBudget budget;
    private final List<OpenedFile.Key> keys = new ArrayList<>();
    private final List<X509CertificateHolder> certificates = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    PemFile(char[] password, PfxBudget budget) {
        this.password = password;
        this.budget = budget;
    }

    /** @throws Unacceptable when it does not open, or holds neither certificates nor a key */
    OpenedFile open(String text) throws Unacceptable {
        boolean requests = false;
        Matcher blocks = BLOCK.matcher(text.replace("\\n", "\n"));
        int blocksRead = 0;
        while (blocks.find()) {
            blocksRead++;
            String label = blocks.group(1);
            String block = tidy(label, blocks.group(2));
            requests |= label.endsWith("CERTIFICATE REQUEST");
            if (label.startsWith("OPENSSH") || label.startsWith("SSH2")) throw new Unacceptable(IS_SSH_KEY);
            if (label.endsWith("PRIVATE KEY")) key(block);
            else if (label.endsWith("CERTIFICATE") || label.equals("PKCS7") || label.equals("CMS")) certificates(block);
            else if (label.equals("PKCS12")) inside(block, IS_PEM_OTHER);
        }
        if (blocksRead < text.split("-----BEGIN ", -1).length - 1) throw new Unacceptable(TRUNCATED);
        if (certificates.isEmpty() && keys.isEmpty()) throw new Unacceptable(requests ? IS_PEM_REQUEST : IS_PEM_OTHER);
        return new OpenedFile(keys, certificates, findings, IS_PEM_CERTIFICATE, IS_PEM_KEY);
    }

    /** A key alone that is not even text. */
    OpenedFile open(String label, byte[] key) throws Unacceptable {
        key("-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END " + label + "-----\n");
        return new OpenedFile(keys, List.of(), findings, IS_KEY, IS_KEY);
    }

    /** Lines that a mail indented or quoted, or that a form or a list of variables joined, are laid anew. */
    private static String tidy(String label, String body) {
        String content = body.contains(":")
                ? body.replaceAll("(?m)^[ \\t>]+", "").strip()
                : body.replaceAll("[\\s>]", "").replaceAll(".{64}", "$0\n");
        return "-----BEGIN " + label + "-----\n" + content + "\n-----END " + label + "-----\n";
    }

    private void certificates(String block) throws Unacceptable {
        if (isSomethingElse(block)) {
            inside(block, UNREADABLE_CERTIFICATE);
            return;
        }
        try {
            Object read = object(block);
            List<X509CertificateHolder> found = read instanceof X509CertificateHolder one
                    ? List.of(one)
                    : read instanceof X509TrustedCertificateBlock trusted
                            ? List.of(trusted.getCertificateHolder())
                            : CertificateFile.listed(ContentInfo.getInstance(read));
            for (X509CertificateHolder ignored : found) budget.entry();
            certificates.addAll(found);
        } catch (IOException | CMSException | RuntimeException e) { // BouncyCastle says so in many ways
            throw new Unacceptable(UNREADABLE_CERTIFICATE);
        }
    }

    private void key(String block) throws Unacceptable {
        budget.entry();
        Object read;
        try {
            read = object(block);
        } catch (IOException | RuntimeException e) {
            throw new Unacceptable(UNREADABLE_KEY);
        }
        keys.add(new OpenedFile.Key("", key(read)));
    }

    private PrivateKeyInfo key(@Nullable Object read) throws Unacceptable {
        if (read instanceof PKCS8EncryptedPrivateKeyInfo sealed) return decrypted(sealed);
        if (read instanceof PEMEncryptedKeyPair sealed) return decrypted(sealed);
        findings.add(Finding.of(KEY_UNPROTECTED));
        if (read instanceof PEMKeyPair pair) return pair.getPrivateKeyInfo();
        if (read instanceof PrivateKeyInfo key) return key;
        throw new Unacceptable(UNREADABLE_KEY);
    }

    private PrivateKeyInfo decrypted(PKCS8EncryptedPrivateKeyInfo sealed) throws Unacceptable {
        try {
            budget.encryption(sealed.toASN1Structure().getEncryptionAlgorithm());
        } catch (RuntimeException e) { // BouncyCastle says so in many ways
            throw new Unacceptable(UNREADABLE_KEY);
        }
        List<PfxPassword> ways = PfxPassword.ways(password, budget);
        for (PfxPassword way : ways) {
            try {
                return sealed.decryptPrivateKeyInfo(new PfxCipher(way));
            } catch (PKCSException | RuntimeException e) { // a wrong password makes any of them
                if (budget.isSpent() && way == ways.get(0)) throw budget.spent();
                if (budget.isSpent()) break;
            }
        }
        throw wrongPassword();
    }

    /** OpenSSL's own encryption of old, where the key is made with a single MD5. */
    private PrivateKeyInfo decrypted(PEMEncryptedKeyPair sealed) throws Unacceptable {
        String cipher = sealed.getDekAlgName();
        if (!OPENSSL_CIPHERS.matcher(cipher).matches()) throw new Unacceptable(UNKNOWN_ENCRYPTION, cipher);
        try {
            PEMKeyPair pair = sealed.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                    .setProvider(BOUNCY_CASTLE)
                    .build(password));
            findings.add(Finding.of(OLD_ENCRYPTION, "PEM, MD5"));
            return pair.getPrivateKeyInfo();
        } catch (IOException | RuntimeException e) { // a wrong password makes any of them
            throw wrongPassword();
        }
    }

    /** Windows' certutil calls whatever it puts into base64 a certificate. */
    private static boolean isSomethingElse(String block) {
        if (!block.startsWith("-----BEGIN CERTIFICATE-----")) return false;
        try (PemReader reader = new PemReader(new StringReader(block))) {
            return !(FileKind.asn1(reader.readPemObject().getContent()) instanceof ASN1Sequence outer
                    && FileKind.isCertificate(outer));
        } catch (IOException | RuntimeException | Unacceptable e) {
            return false; // it is told as what it says it is
        }
    }

    private void inside(String block, Finding.Kind otherwise) throws Unacceptable {
        try (PemReader reader = new PemReader(new StringReader(block))) {
            OpenedFile inside = CertificateFile.binary(reader.readPemObject().getContent(), password, budget);
            keys.addAll(inside.keys());
            certificates.addAll(inside.certificates());
            findings.addAll(inside.findings());
        } catch (IOException | RuntimeException e) {
            throw new Unacceptable(otherwise);
        }
    }

    private Unacceptable wrongPassword() {
        return new Unacceptable(password.length == 0 ? PASSWORD_MISSING : WRONG_PASSWORD);
    }

    private static @Nullable Object object(String block) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(block))) {
            return parser.readObject();
        }
    }
}
