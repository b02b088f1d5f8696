package de.hypersoft.esolutions.certificates.pfx;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNKNOWN_ENCRYPTION;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.SHA512tDigest;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/** What was typed in, as bytes, and the keys that are derived from it at the expense of a budget. */
final class PfxPassword {

    private static final Map<ASN1ObjectIdentifier, Integer> SHA = Map.ofEntries(
            Map.entry(OIWObjectIdentifiers.idSHA1, 160),
            Map.entry(NISTObjectIdentifiers.id_sha224, 224),
            Map.entry(NISTObjectIdentifiers.id_sha256, 256),
            Map.entry(NISTObjectIdentifiers.id_sha384, 384),
            Map.entry(NISTObjectIdentifiers.id_sha512, 512),
            Map.entry(NISTObjectIdentifiers.id_sha512_224, 512_224),
            Map.entry(NISTObjectIdentifiers.id_sha512_256, 512_256),
            Map.entry(new ASN1ObjectIdentifier("1.2.840.113549.2.12"), 512_224), // hmacWithSHA512-224
            Map.entry(new ASN1ObjectIdentifier("1.2.840.113549.2.13"), 512_256), // hmacWithSHA512-256
            Map.entry(PKCSObjectIdentifiers.id_hmacWithSHA1, 160),
            Map.entry(PKCSObjectIdentifiers.id_hmacWithSHA224, 224),
            Map.entry(PKCSObjectIdentifiers.id_hmacWithSHA256, 256),
            Map.entry(PKCSObjectIdentifiers.id_hmacWithSHA384, 384),
            Map.entry(PKCSObjectIdentifiers.id_hmacWithSHA512, 512));

    /** Of Windows, and of its command line in Western Europe. */
    private static final List<Charset> BYTES = Stream.of("windows-1252", "IBM850")
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    private final byte[] utf8;
    private final byte[] utf16;
    private final PfxBudget budget;

    private PfxPassword(byte[] utf8, byte[] utf16, PfxBudget budget) {
        this.utf8 = utf8;
        this.utf16 = utf16;
        this.budget = budget;
    }

    /**
     * The ways to write it down, the right one first. An empty password is two zero bytes for some programs and none for
     * others. Letters beyond ASCII were typed at machines with other alphabets, whose bytes OpenSSL takes as they come, each
     * for a letter where it needs letters; before its release 1.1 it did so with the bytes of UTF-8 too. A Mac may have
     * taken an umlaut apart into its letter and its dots (NFD), and who types it elsewhere means the same.
     */
    static List<PfxPassword> ways(char[] typed, PfxBudget budget) {
        byte[] utf8 = PBEParametersGenerator.PKCS5PasswordToUTF8Bytes(typed);
        if (typed.length == 0)
            return List.of(
                    new PfxPassword(utf8, new byte[] {0, 0}, budget), new PfxPassword(utf8, new byte[0], budget));
        byte[] utf16 = PBEParametersGenerator.PKCS12PasswordToBytes(typed);
        List<PfxPassword> ways = new ArrayList<>(List.of(new PfxPassword(utf8, utf16, budget)));
        if (isBeyondAscii(typed)) {
            for (Charset charset : BYTES) {
                if (!charset.newEncoder().canEncode(CharBuffer.wrap(typed))) continue;
                byte[] bytes = bytes(charset, typed);
                ways.add(new PfxPassword(bytes, eachALetter(bytes), budget));
            }
            ways.add(new PfxPassword(utf8, eachALetter(utf8), budget));
            for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
                if (Normalizer.isNormalized(CharBuffer.wrap(typed), form)) continue;
                char[] other =
                        Normalizer.normalize(CharBuffer.wrap(typed), form).toCharArray();
                ways.add(new PfxPassword(
                        PBEParametersGenerator.PKCS5PasswordToUTF8Bytes(other),
                        PBEParametersGenerator.PKCS12PasswordToBytes(other),
                        budget));
            }
        }
        return ways;
    }

    private static boolean isBeyondAscii(char[] typed) {
        for (char letter : typed) if (letter > 127) return true;
        return false;
    }

    private static byte[] bytes(Charset charset, char[] typed) {
        ByteBuffer encoded = charset.encode(CharBuffer.wrap(typed));
        return Arrays.copyOf(encoded.array(), encoded.limit());
    }

    private static byte[] eachALetter(byte[] bytes) {
        char[] letters = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) letters[i] = (char) (bytes[i] & 0xFF);
        return PBEParametersGenerator.PKCS12PasswordToBytes(letters);
    }

    /** Of these ways, those that derive other keys by this algorithm than the ones before them. */
    static List<PfxPassword> different(List<PfxPassword> ways, boolean byPbkdf2) {
        List<PfxPassword> different = new ArrayList<>();
        for (PfxPassword way : ways)
            if (different.stream().noneMatch(known -> Arrays.equals(known.bytes(byPbkdf2), way.bytes(byPbkdf2))))
                different.add(way);
        return different;
    }

    private byte[] bytes(boolean byPbkdf2) {
        return byPbkdf2 ? utf8 : utf16;
    }

    /** As PKCS #5 has it, with the password in UTF-8. */
    byte[] pbkdf2(PBKDF2Params how, int bits) throws Unacceptable {
        PKCS5S2ParametersGenerator keys =
                new PKCS5S2ParametersGenerator(sha(how.getPrf().getAlgorithm(), budget));
        keys.init(utf8, how.getSalt(), how.getIterationCount().intValueExact());
        return ((KeyParameter) keys.generateDerivedParameters(bits)).getKey();
    }

    /** As PKCS #12 has it, with the password in UTF-16. */
    PKCS12ParametersGenerator pkcs12(ASN1ObjectIdentifier hash, byte[] salt, int rounds) throws Unacceptable {
        PKCS12ParametersGenerator keys = new PKCS12ParametersGenerator(sha(hash, budget));
        keys.init(utf16, salt, rounds);
        return keys;
    }

    /** @param which a hash, or a MAC or a derivation that is made of it */
    static boolean knows(ASN1ObjectIdentifier which) {
        return SHA.containsKey(which);
    }

    /** @throws Unacceptable when it is none of SHA-1 and SHA-2 */
    static ExtendedDigest sha(ASN1ObjectIdentifier which, PfxBudget budget) throws Unacceptable {
        Integer bits = SHA.get(which);
        if (bits == null) throw new Unacceptable(UNKNOWN_ENCRYPTION, which.getId());
        return new MeteredDigest(
                switch (bits) {
                    case 160 -> new SHA1Digest();
                    case 224 -> new SHA224Digest();
                    case 256 -> new SHA256Digest();
                    case 384 -> new SHA384Digest();
                    case 512_224 -> new SHA512tDigest(224);
                    case 512_256 -> new SHA512tDigest(256);
                    default -> new SHA512Digest();
                },
                budget);
    }
}
