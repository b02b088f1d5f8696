package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.certificates.TestAuthority.keys;
import static de.hypersoft.esolutions.certificates.TestAuthority.leaf;
import static de.hypersoft.esolutions.certificates.TestAuthority.rsa;

import de.hypersoft.esolutions.certificates.TestAuthority.Issued;
import de.hypersoft.esolutions.certificates.check.CertificateFacts;
import de.hypersoft.esolutions.certificates.pfx.FileKind;
import de.hypersoft.esolutions.certificates.pfx.Finding.Kind;
import de.hypersoft.esolutions.certificates.pfx.PfxContext;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** Files that people, tools and attackers hand in, each with the one thing that must be said about it. */
public final class PfxCorpus {

    public static final String HOST = "shop.gasthaus-linde.example";
    public static final String PASSWORD = "pässwörtß€ 7";
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final Issued ROOT = TestAuthority.root("Public Root", NOW);
    public static final Issued MIDDLE = TestAuthority.intermediate("Public Intermediate", ROOT, NOW);
    public static final Issued LEAF = leaf(ec("leaf"), HOST).at(NOW).sign(MIDDLE);

    private PfxCorpus() {}

    /** @param password what is typed in, which need not be the right one */
    public record Bad(String name, byte[] file, String password, Kind expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static PfxContext context() {
        return new PfxContext(
                new de.hypersoft.esolutions.hostnames.HostName(HOST), null, List.of(), List.of(), null, NOW);
    }

    /** As if its key were here already. */
    public static PfxContext.Kept kept(Issued issued) {
        return new PfxContext.Kept(
                CertificateFacts.sha256(issued.certificate()),
                issued.keys().getPublic(),
                () -> Optional.of(issued.keys().getPrivate()));
    }

    public static byte[] good() {
        return new TestPfx(PASSWORD).entry(LEAF, MIDDLE).bytes();
    }

    public static List<Bad> all() throws GeneralSecurityException, IOException {
        List<Bad> all = new ArrayList<>();
        all.addAll(otherThings());
        all.addAll(broken());
        all.addAll(bombs());
        all.addAll(contents());
        all.addAll(BadCertificates.leaves());
        all.addAll(BadCertificates.chains());
        return all;
    }

    private static List<Bad> otherThings() throws GeneralSecurityException, IOException {
        String pem = TestBytes.pem("CERTIFICATE", LEAF.certificate().getEncoded());
        String key = TestBytes.pem("PRIVATE KEY", LEAF.keys().getPrivate().getEncoded());
        return List.of(
                bad("an empty file", new byte[0], Kind.EMPTY_FILE),
                bad("a PEM certificate", TestBytes.ascii(pem), Kind.IS_PEM_CERTIFICATE),
                bad("a PEM key without its certificate", TestBytes.ascii(key), Kind.IS_PEM_KEY),
                bad("a PEM key with its certificate alone", TestBytes.ascii(pem + key), Kind.INTERMEDIATE_MISSING),
                bad("a PEM file that ends in the middle", TestBytes.ascii(pem + key.substring(0, 90)), Kind.TRUNCATED),
                bad(
                        "a damaged RSA key in PEM",
                        TestBytes.ascii(pem + TestBytes.pem("RSA PRIVATE KEY", new byte[40])),
                        Kind.UNREADABLE_KEY),
                bad(
                        "a PEM request",
                        TestBytes.ascii(TestBytes.pem("CERTIFICATE REQUEST", new byte[40])),
                        Kind.IS_PEM_REQUEST),
                bad(
                        "a damaged PEM PKCS7",
                        TestBytes.ascii(TestBytes.pem("PKCS7", new byte[40])),
                        Kind.UNREADABLE_CERTIFICATE),
                bad(
                        "parameters in PEM",
                        TestBytes.ascii(TestBytes.pem("DH PARAMETERS", new byte[40])),
                        Kind.IS_PEM_OTHER),
                bad("a Java key store", TestBytes.keyStore("JKS"), Kind.IS_JAVA_KEY_STORE),
                bad("an old Java key store with keys", TestBytes.keyStore("JCEKS"), Kind.IS_JAVA_KEY_STORE),
                bad("a ZIP with the PFX in it", TestBytes.bytes('P', 'K', 3, 4, 20, 0, 0, 0), Kind.IS_ARCHIVE),
                bad("a 7z", TestBytes.bytes('7', 'z', 0xBC, 0xAF, 0x27, 0x1C, 0, 4), Kind.IS_ARCHIVE),
                bad("a RAR", TestBytes.bytes('R', 'a', 'r', '!', 0x1A, 7, 1, 0), Kind.IS_ARCHIVE),
                bad("a gzip", TestBytes.bytes(0x1F, 0x8B, 8, 0, 0, 0, 0, 0), Kind.IS_ARCHIVE),
                bad(
                        "a key of OpenSSH",
                        TestBytes.ascii(TestBytes.pem("OPENSSH PRIVATE KEY", new byte[40])),
                        Kind.IS_SSH_KEY),
                bad("a key of PuTTY", TestBytes.ascii("PuTTY-User-Key-File-3: ssh-ed25519\n"), Kind.IS_SSH_KEY),
                bad(
                        "a page that says to sign in first",
                        TestBytes.ascii("<!doctype html><title>Login</title>"),
                        Kind.IS_TEXT),
                bad(
                        "half of the PFX as Base64 text",
                        Base64.getMimeEncoder().encode(Arrays.copyOf(good(), 700)),
                        Kind.TRUNCATED),
                bad("a certificate in DER", LEAF.certificate().getEncoded(), Kind.IS_CERTIFICATE),
                bad("a P7B without keys", ForeignFilesTest.file("chain.p7b"), Kind.IS_CERTIFICATE_LIST),
                bad("a damaged P7B", TestBytes.certificatesOnly(), Kind.UNREADABLE_CERTIFICATE),
                bad("a request in DER", TestBytes.request(), Kind.IS_REQUEST),
                bad("a key in DER", LEAF.keys().getPrivate().getEncoded(), Kind.IS_KEY),
                bad("a damaged encrypted key in DER", TestBytes.encryptedKey(), Kind.UNREADABLE_KEY),
                bad(
                        "a damaged encrypted key in PEM",
                        TestBytes.ascii(TestBytes.pem("ENCRYPTED PRIVATE KEY", TestBytes.encryptedKey())),
                        Kind.UNREADABLE_KEY));
    }

    private static List<Bad> broken() throws IOException {
        byte[] good = good();
        byte[] noise = new byte[3000];
        new Random(7).nextBytes(noise);
        byte[] inside = good.clone();
        inside[good.length / 2] ^= 1;
        byte[] outside = good.clone();
        outside[TestBytes.placeOfMac(good)] ^= 1;
        return List.of(
                bad("noise", noise, Kind.NOT_A_PFX),
                bad(
                        "noise that starts like ASN.1",
                        TestBytes.concat(TestBytes.bytes(0x30, 0x82, 0x0B, 0xB8), noise),
                        Kind.NOT_A_PFX),
                bad("an empty sequence", TestBytes.bytes(0x30, 0), Kind.NOT_A_PFX),
                bad("a single byte", TestBytes.bytes(0x30), Kind.NOT_A_PFX),
                bad("only zeros", new byte[2000], Kind.NOT_A_PFX),
                bad("cut off in the middle", Arrays.copyOf(good, good.length / 2), Kind.TRUNCATED),
                bad("cut off by one byte", Arrays.copyOf(good, good.length - 1), Kind.TRUNCATED),
                bad("zeros behind", Arrays.copyOf(good, good.length + 5000), Kind.TRAILING_BYTES),
                bad("two files in one", TestBytes.concat(good, good), Kind.TRAILING_BYTES),
                bad("one flipped bit in what is encrypted", inside, Kind.WRONG_PASSWORD),
                bad("one flipped bit in the seal", outside, Kind.DAMAGED),
                bad(
                        "cut off in the middle, in the other notation",
                        Arrays.copyOf(TestBytes.der(good), 700),
                        Kind.TRUNCATED),
                bad("version 4", TestPfx.mapped(good, new ASN1Integer(3), new ASN1Integer(4)), Kind.UNKNOWN_VERSION),
                bad("signed instead of a password", TestBytes.signed(good), Kind.ENCRYPTED_FOR_A_PERSON),
                bad("encrypted for a person", TestBytes.enveloped(), Kind.ENCRYPTED_FOR_A_PERSON));
    }

    private static List<Bad> bombs() {
        byte[] good = good();
        byte[] scrypt = TestPfx.mapped(good, PKCSObjectIdentifiers.id_PBKDF2, MiscObjectIdentifiers.id_scrypt);
        byte[] old = new TestPfx("x")
                .ciphers(TestPfx.TRIPLE_DES, TestPfx.RC2_40)
                .entry(LEAF, MIDDLE)
                .bytes();
        byte[] fat = Arrays.copyOf(TestBytes.bytes(0x30, 0x83, 0x04, 0, 0), FileKind.MOST_BYTES + 1);
        TestPfx crowd = new TestPfx("x");
        for (int i = 0; i < 30; i++) crowd.certificate(LEAF.certificate());
        TestPfx keys = new TestPfx("x").unsealed();
        for (int i = 0; i < 30; i++) keys.key("k" + i, LEAF.keys().getPrivate());
        return List.of(
                bad("larger than any certificate", fat, Kind.TOO_LARGE),
                bad("16 million rounds", TestPfx.withRounds(good, "16777215"), Kind.TOO_MANY_ITERATIONS),
                bad("2^31 rounds", TestPfx.withRounds(good, "2147483647"), Kind.TOO_MANY_ITERATIONS),
                bad("2^200 rounds", TestPfx.withRounds(good, "1" + "0".repeat(60)), Kind.TOO_MANY_ITERATIONS),
                bad("no round at all", TestPfx.withRounds(good, "0"), Kind.TOO_MANY_ITERATIONS),
                bad("negative rounds", TestPfx.withRounds(good, "-5"), Kind.TOO_MANY_ITERATIONS),
                bad("a round more than Java takes", TestPfx.withRounds(good, "5000001"), Kind.TOO_MANY_ITERATIONS),
                bad(
                        "old encryption with 6 million rounds",
                        TestPfx.withRounds(old, "6000000"),
                        Kind.TOO_MANY_ITERATIONS),
                bad("scrypt", scrypt, Kind.UNKNOWN_ENCRYPTION),
                bad("50,000 values nested", TestBytes.nested(50_000), Kind.NESTED_TOO_DEEP),
                bad("40 values nested beside others", TestBytes.nestedBeside(40), Kind.NESTED_TOO_DEEP),
                new Bad("thirty certificates", crowd.bytes(), "x", Kind.TOO_MANY_ENTRIES),
                new Bad("thirty keys", keys.bytes(), "x", Kind.TOO_MANY_ENTRIES));
    }

    private static List<Bad> contents() {
        Issued other = leaf(ec("other"), HOST).at(NOW).sign(MIDDLE);
        Issued ed = leaf(keys("Ed25519", "", "ed"), HOST).at(NOW).sign(MIDDLE);
        Issued dsa = leaf(keys("DSA", "2048", "dsa"), HOST).at(NOW).sign(MIDDLE);
        Issued odd = leaf(keys("EC", "brainpoolP256r1", "odd"), HOST).at(NOW).sign(MIDDLE);
        byte[] empty = TestPfx.withEmptyPassword(LEAF, MIDDLE);
        return List.of(
                new Bad("another password", good(), "sesame", Kind.WRONG_PASSWORD),
                new Bad("the password with a blank behind", good(), PASSWORD + " ", Kind.WRONG_PASSWORD),
                new Bad("no password typed", good(), "", Kind.PASSWORD_MISSING),
                new Bad("a password for a file without", empty, "sesame", Kind.WRONG_PASSWORD),
                bad(
                        "certificates only",
                        new TestPfx(PASSWORD).certificate(LEAF.certificate()).bytes(),
                        Kind.NO_PRIVATE_KEY),
                bad(
                        "a key only",
                        new TestPfx(PASSWORD).key("k", LEAF.keys().getPrivate()).bytes(),
                        Kind.NO_CERTIFICATE),
                bad(
                        "a second password for what is inside",
                        new TestPfx("x")
                                .sealedWith(PASSWORD)
                                .entry(LEAF, MIDDLE)
                                .bytes(),
                        Kind.KEY_PASSWORD_DIFFERS),
                bad(
                        "another certificate's key",
                        pfx(p -> p.key("k", other.keys().getPrivate())
                                .certificate(LEAF.certificate(), MIDDLE.certificate())),
                        Kind.KEY_MISMATCH),
                bad(
                        "an RSA key with an EC certificate",
                        pfx(p -> p.key("k", rsa("r").getPrivate())
                                .certificate(LEAF.certificate(), MIDDLE.certificate())),
                        Kind.KEY_MISMATCH),
                bad("Ed25519", pfx(p -> p.entry(ed, MIDDLE)), Kind.UNSUPPORTED_KEY),
                bad("DSA", pfx(p -> p.entry(dsa, MIDDLE)), Kind.UNSUPPORTED_KEY),
                bad("a brainpool curve", pfx(p -> p.entry(odd, MIDDLE)), Kind.UNSUPPORTED_CURVE));
    }

    public static Bad bad(String name, byte[] file, Kind expected) {
        return new Bad(name, file, PASSWORD, expected);
    }

    public static Bad bad(String name, TestAuthority.Draft leaf, Kind expected) {
        return bad(name, pfx(p -> p.entry(leaf.sign(MIDDLE), MIDDLE)), expected);
    }

    public static byte[] pfx(java.util.function.Consumer<TestPfx> content) {
        TestPfx pfx = new TestPfx(PASSWORD);
        content.accept(pfx);
        return pfx.bytes();
    }
}
