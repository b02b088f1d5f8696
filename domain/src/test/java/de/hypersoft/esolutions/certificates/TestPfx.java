package de.hypersoft.esolutions.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** Makes PFX files as Windows, OpenSSL and people with bad luck make them. */
public final class TestPfx {

    public static final ASN1ObjectIdentifier AES = NISTObjectIdentifiers.id_aes256_CBC;
    public static final ASN1ObjectIdentifier TRIPLE_DES = PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC;
    public static final ASN1ObjectIdentifier RC2_40 = PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC;
    public static final int ROUNDS = 2048;

    private final char[] password;
    private char[] sealPassword;
    private final List<PKCS12SafeBag> keys = new ArrayList<>();
    private final List<PKCS12SafeBag> certificates = new ArrayList<>();
    private ASN1ObjectIdentifier keyCipher = AES;
    private ASN1ObjectIdentifier certificateCipher = AES;
    private boolean sealed = true;
    private boolean mac = true;

    public TestPfx(String password) {
        this.password = password.toCharArray();
        this.sealPassword = this.password;
    }

    /** Another password for the seal than for what is inside. */
    public TestPfx sealedWith(String other) {
        this.sealPassword = other.toCharArray();
        return this;
    }

    /** Says so before keys are added. */
    public TestPfx ciphers(ASN1ObjectIdentifier ofKeys, ASN1ObjectIdentifier ofCertificates) {
        this.keyCipher = ofKeys;
        this.certificateCipher = ofCertificates;
        return this;
    }

    public TestPfx unsealed() {
        this.sealed = false;
        return this;
    }

    public TestPfx withoutMac() {
        this.mac = false;
        return this;
    }

    public TestPfx key(String name, PrivateKey key) {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
        PKCS12SafeBagBuilder bag =
                sealed ? new PKCS12SafeBagBuilder(info, encryptor(keyCipher)) : new PKCS12SafeBagBuilder(info);
        bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(name));
        keys.add(bag.build());
        return this;
    }

    public TestPfx certificate(X509Certificate... more) {
        try {
            for (X509Certificate one : more) certificates.add(new JcaPKCS12SafeBagBuilder(one).build());
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public TestPfx entry(TestAuthority.Issued leaf, TestAuthority.Issued... issuers) {
        key("shop", leaf.keys().getPrivate()).certificate(leaf.certificate());
        Arrays.stream(issuers).forEach(issuer -> certificate(issuer.certificate()));
        return this;
    }

    public byte[] bytes() {
        try {
            PKCS12PfxPduBuilder pfx = new PKCS12PfxPduBuilder();
            PKCS12SafeBag[] bags = certificates.toArray(PKCS12SafeBag[]::new);
            if (sealed && bags.length > 0) pfx.addEncryptedData(encryptor(certificateCipher), bags);
            else for (PKCS12SafeBag bag : bags) pfx.addData(bag);
            for (PKCS12SafeBag key : keys) pfx.addData(key);
            var macs = new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                    .setProvider(TestAuthority.BOUNCY_CASTLE)
                    .setIterationCount(ROUNDS);
            return pfx.build(mac ? macs : null, sealPassword).getEncoded();
        } catch (PKCSException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As Java makes it: BouncyCastle makes none with an empty password. */
    public static byte[] withEmptyPassword(TestAuthority.Issued leaf, TestAuthority.Issued issuer) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("shop", leaf.keys().getPrivate(), new char[0], new X509Certificate[] {
                leaf.certificate(), issuer.certificate()
            });
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, new char[0]);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The same file asking for other rounds of key derivation wherever it asked for {@value #ROUNDS}. */
    public static byte[] withRounds(byte[] pfx, String rounds) {
        return mapped(pfx, new ASN1Integer(ROUNDS), new ASN1Integer(new BigInteger(rounds)));
    }

    /** The same file as Windows writes it: the hash of the seal has no parameters, not even a NULL. */
    public static byte[] asWindows(byte[] pfx) {
        ASN1Sequence parts = ASN1Sequence.getInstance(pfx);
        MacData mac = MacData.getInstance(parts.getObjectAt(2));
        AlgorithmIdentifier bare =
                new AlgorithmIdentifier(mac.getMac().getAlgorithmId().getAlgorithm());
        ASN1Encodable seal = new DERSequence(new ASN1Encodable[] {
            new DigestInfo(bare, mac.getMac().getDigest()),
            new DEROctetString(mac.getSalt()),
            new ASN1Integer(mac.getIterationCount())
        });
        try {
            return new DERSequence(new ASN1Encodable[] {parts.getObjectAt(0), parts.getObjectAt(1), seal})
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The same file with one ASN.1 value instead of another, also inside of what is wrapped but not encrypted. */
    public static byte[] mapped(byte[] pfx, ASN1Primitive from, ASN1Primitive to) {
        try {
            return map(ASN1Primitive.fromByteArray(pfx), from, to)
                    .toASN1Primitive()
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ASN1Encodable map(ASN1Encodable value, ASN1Primitive from, ASN1Primitive to) throws IOException {
        if (value.equals(from)) return to;
        if (value instanceof ASN1Sequence sequence) {
            ASN1EncodableVector parts = new ASN1EncodableVector();
            for (ASN1Encodable part : sequence) parts.add(map(part, from, to));
            return new DERSequence(parts);
        }
        if (value instanceof ASN1TaggedObject tagged && tagged.getTagNo() == 0 && tagged.isExplicit())
            return new DERTaggedObject(true, 0, map(tagged.getExplicitBaseObject(), from, to));
        if (value instanceof ASN1OctetString octets
                && octets.getOctets().length > 200
                && octets.getOctets()[0] == 0x30) {
            return new DEROctetString(map(ASN1Primitive.fromByteArray(octets.getOctets()), from, to)
                    .toASN1Primitive());
        }
        return value;
    }

    private OutputEncryptor encryptor(ASN1ObjectIdentifier cipher) {
        try {
            return new JcePKCSPBEOutputEncryptorBuilder(cipher)
                    .setProvider(TestAuthority.BOUNCY_CASTLE)
                    .setIterationCount(ROUNDS)
                    .build(password);
        } catch (OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }
}
