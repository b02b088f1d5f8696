package de.hypersoft.esolutions.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;

/** Byte by byte what no tool makes: things that look like a PFX, or did once. */
public final class TestBytes {

    private TestBytes() {}

    public static byte[] certificatesOnly() throws IOException {
        return new DERSequence(new ASN1Encodable[] {
                    PKCSObjectIdentifiers.signedData, new DERTaggedObject(true, 0, new DERSequence())
                })
                .getEncoded();
    }

    public static byte[] request() throws IOException {
        ASN1Encodable info =
                new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), new DERSequence(), new DERSequence()});
        return new DERSequence(new ASN1Encodable[] {info, new DERSequence(), new DERBitString(new byte[64])})
                .getEncoded();
    }

    public static byte[] encryptedKey() throws IOException {
        ASN1Encodable algorithm =
                new DERSequence(new ASN1Encodable[] {PKCSObjectIdentifiers.id_PBES2, DERNull.INSTANCE});
        return new DERSequence(new ASN1Encodable[] {algorithm, new DEROctetString(new byte[64])}).getEncoded();
    }

    public static int placeOfMac(byte[] pfx) throws IOException {
        byte[] mac = Pfx.getInstance(ASN1Primitive.fromByteArray(pfx))
                .getMacData()
                .getMac()
                .getDigest();
        return new String(pfx, StandardCharsets.ISO_8859_1).indexOf(new String(mac, StandardCharsets.ISO_8859_1));
    }

    public static byte[] der(byte[] ber) throws IOException {
        return ASN1Primitive.fromByteArray(ber).getEncoded("DER");
    }

    public static byte[] signed(byte[] good) throws IOException {
        return pfxWith(new ContentInfo(PKCSObjectIdentifiers.signedData, new DERSequence()), good);
    }

    public static byte[] enveloped() throws IOException {
        ASN1Encodable safe = new DERSequence(new ContentInfo(PKCSObjectIdentifiers.envelopedData, new DERSequence()));
        return pfxWith(
                new ContentInfo(
                        PKCSObjectIdentifiers.data,
                        new DEROctetString(safe.toASN1Primitive().getEncoded("DER"))),
                PfxCorpus.good());
    }

    public static byte[] pfxWith(ContentInfo content, byte[] good) throws IOException {
        return new Pfx(
                        content,
                        Pfx.getInstance(ASN1Primitive.fromByteArray(good)).getMacData())
                .getEncoded("DER");
    }

    public static byte[] nested(int levels) {
        byte[] bytes = new byte[levels * 2];
        for (int i = 0; i < bytes.length; i += 2) {
            bytes[i] = 0x30;
            bytes[i + 1] = (byte) 0x80;
        }
        return bytes;
    }

    public static byte[] nestedBeside(int levels) {
        ASN1Encodable inner = new ASN1Integer(1);
        for (int i = 0; i < levels; i++)
            inner = new DERSequence(new ASN1Encodable[] {new ASN1ObjectIdentifier("1.2.3"), inner});
        try {
            return inner.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static byte[] keyStore(String type) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, "changeit".toCharArray());
        return out.toByteArray();
    }

    public static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + type
                + "-----\n";
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }

    public static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
