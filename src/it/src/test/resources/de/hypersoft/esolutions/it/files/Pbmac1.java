import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** {@code java -cp BCPROV.jar Pbmac1.java BARE.p12 PASSWORD SEALED.p12}: seals a PFX that has no seal, by RFC 9579. */
public final class Pbmac1 {

    public static void main(String[] words) throws Exception {
        Pfx bare = Pfx.getInstance(Files.readAllBytes(Path.of(words[0])));
        byte[] content = ASN1OctetString.getInstance(bare.getAuthSafe().getContent()).getOctets();
        byte[] salt = new BigInteger("1234567890abcdef", 16).toByteArray();
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec(words[1].toCharArray(), salt, 100_000, 512))
                .getEncoded();
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(key, "HmacSHA512"));
        AlgorithmIdentifier hmac = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA512, DERNull.INSTANCE);
        AlgorithmIdentifier kdf = new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, 100_000, 64, hmac));
        AlgorithmIdentifier how = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBMAC1, sequence(kdf, hmac));
        DERSequence seal = sequence(
                sequence(how, new DEROctetString(mac.doFinal(content))), new DEROctetString(salt), new ASN1Integer(1));
        Files.write(Path.of(words[2]), sequence(new ASN1Integer(3), bare.getAuthSafe(), seal).getEncoded());
    }

    private static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }
}
