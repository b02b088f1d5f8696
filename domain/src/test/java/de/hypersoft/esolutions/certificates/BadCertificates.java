package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.PfxCorpus.HOST;
import static de.hypersoft.esolutions.certificates.PfxCorpus.LEAF;
import static de.hypersoft.esolutions.certificates.PfxCorpus.MIDDLE;
import static de.hypersoft.esolutions.certificates.PfxCorpus.NOW;
import static de.hypersoft.esolutions.certificates.PfxCorpus.ROOT;
import static de.hypersoft.esolutions.certificates.PfxCorpus.bad;
import static de.hypersoft.esolutions.certificates.PfxCorpus.pfx;
import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.certificates.TestAuthority.keys;
import static de.hypersoft.esolutions.certificates.TestAuthority.leaf;
import static de.hypersoft.esolutions.certificates.TestAuthority.rsa;

import de.hypersoft.esolutions.certificates.TestAuthority.Issued;
import de.hypersoft.esolutions.certificates.pfx.Finding.Kind;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Files that open, with certificates and chains that browsers refuse. */
public final class BadCertificates {

    private BadCertificates() {}

    public static List<PfxCorpus.Bad> leaves() {
        return List.of(
                bad(
                        "RSA with 1024 bits",
                        leaf(keys("RSA", "1024", "short"), HOST).at(NOW),
                        Kind.WEAK_KEY),
                bad("P-521", leaf(keys("EC", "secp521r1", "long"), HOST).at(NOW), Kind.UNSUPPORTED_CURVE),
                bad("signed with SHA-1", leaf(rsa("r"), HOST).at(NOW).signature("SHA1withECDSA"), Kind.WEAK_SIGNATURE),
                bad(
                        "signed with SHA-224",
                        leaf(rsa("r"), HOST).at(NOW).signature("SHA224withECDSA"),
                        Kind.WEAK_SIGNATURE),
                bad(
                        "signed with SHA-3",
                        leaf(rsa("r"), HOST).at(NOW).signature("SHA3-256withECDSA"),
                        Kind.WEAK_SIGNATURE),
                bad("a common name only", new TestAuthority.Draft(HOST, ec("leaf")).at(NOW), Kind.NO_NAMES),
                bad("another name", leaf(ec("leaf"), "www.other.example").at(NOW), Kind.OTHER_NAME),
                bad(
                        "a name that only ends alike",
                        leaf(ec("leaf"), "myshop.gasthaus-linde.example").at(NOW),
                        Kind.OTHER_NAME),
                bad("a wildcard one label short", leaf(ec("leaf"), "*.example").at(NOW), Kind.WILDCARD_TOO_SHORT),
                bad("a wildcard below the host", leaf(ec("leaf"), "*." + HOST).at(NOW), Kind.WILDCARD_NOT_BARE),
                bad("ended yesterday", leaf(ec("leaf"), HOST).valid(NOW.minus(Duration.ofDays(91)), 90), Kind.ENDED),
                bad("ends this second", leaf(ec("leaf"), HOST).valid(NOW.minus(Duration.ofDays(90)), 90), Kind.ENDED),
                bad(
                        "begins in two days",
                        leaf(ec("leaf"), HOST).valid(NOW.plus(Duration.ofDays(2)), 90),
                        Kind.NOT_YET_VALID),
                bad(
                        "for signing mails",
                        leaf(ec("leaf"), HOST).at(NOW).purpose(KeyPurposeId.id_kp_emailProtection),
                        Kind.NOT_FOR_SERVERS),
                bad(
                        "for clients only",
                        leaf(ec("leaf"), HOST).at(NOW).purpose(KeyPurposeId.id_kp_clientAuth),
                        Kind.NOT_FOR_SERVERS),
                bad(
                        "RSA that may encipher keys only",
                        leaf(rsa("r"), HOST).at(NOW).usage(KeyUsage.keyEncipherment),
                        Kind.NO_DIGITAL_SIGNATURE),
                bad(
                        "EC that may agree on keys only",
                        leaf(ec("leaf"), HOST).at(NOW).usage(KeyUsage.keyAgreement),
                        Kind.NO_DIGITAL_SIGNATURE),
                bad("an authority's own", leaf(ec("leaf"), HOST).at(NOW).authority(), Kind.IS_AN_AUTHORITY),
                bad("in no public log", leaf(ec("leaf"), HOST).at(NOW).unlogged(), Kind.NOT_LOGGED),
                bad(
                        "lives for a day more than 398",
                        leaf(ec("leaf"), HOST).valid(NOW.minus(Duration.ofDays(1)), 399),
                        Kind.LIVES_OVER_398_DAYS),
                bad("demands stapling", leaf(ec("leaf"), HOST).at(NOW).mustStaple(), Kind.MUST_STAPLE));
    }

    public static List<PfxCorpus.Bad> chains() {
        Issued alone = leaf(ec("leaf"), HOST).at(NOW).sign(null);
        Issued ended = new TestAuthority.Draft("Ended Intermediate", ec("ended"))
                .authority()
                .valid(NOW.minus(Duration.ofDays(100)), 99)
                .sign(ROOT);
        Issued namesake = new TestAuthority.Draft("Public Intermediate", ec("namesake"))
                .authority()
                .at(NOW)
                .sign(ROOT);
        Issued forClients = new TestAuthority.Draft("Client Intermediate", ec("clients"))
                .authority()
                .purpose(KeyPurposeId.id_kp_clientAuth)
                .at(NOW)
                .sign(ROOT);
        Issued old = new TestAuthority.Draft("Old Intermediate", rsa("old"))
                .authority()
                .at(NOW)
                .signature("SHA1withECDSA")
                .sign(ROOT);
        Issued edwards = issuer("Edwards Intermediate", keys("Ed25519", "", "edwards"));
        Issued dsa = issuer("DSA Intermediate", keys("DSA", "2048", "dsa"));
        Issued rsa = issuer("RSA Intermediate", rsa("rsa issuer"));
        Issued noAuthority = leaf(ec("impostor"), "impostor.example").at(NOW).sign(MIDDLE);
        return List.of(
                bad("self-signed", pfx(p -> p.entry(alone)), Kind.SELF_SIGNED),
                bad("without its intermediate", pfx(p -> p.entry(LEAF)), Kind.INTERMEDIATE_MISSING),
                bad(
                        "with the root but without the intermediate",
                        pfx(p -> p.entry(LEAF, ROOT)),
                        Kind.INTERMEDIATE_MISSING),
                bad(
                        "with an intermediate of the same name",
                        pfx(p -> p.entry(LEAF, namesake)),
                        Kind.INTERMEDIATE_MISSING),
                bad(
                        "with an ended intermediate",
                        pfx(p -> p.entry(leaf(ec("leaf"), HOST).at(NOW).sign(ended), ended)),
                        Kind.INTERMEDIATE_ENDED),
                bad(
                        "by an issuer for clients only",
                        pfx(p -> p.entry(leaf(ec("leaf"), HOST).at(NOW).sign(forClients), forClients)),
                        Kind.INTERMEDIATE_NOT_FOR_SERVERS),
                bad(
                        "by an issuer that is signed with SHA-1",
                        pfx(p -> p.entry(leaf(ec("leaf"), HOST).at(NOW).sign(old), old)),
                        Kind.INTERMEDIATE_WEAK),
                bad(
                        "by an issuer with Ed25519",
                        pfx(p -> p.entry(leaf(ec("leaf"), HOST).at(NOW).sign(edwards), edwards)),
                        Kind.INTERMEDIATE_WEAK),
                bad(
                        "by an issuer with DSA",
                        pfx(p -> p.entry(leaf(ec("leaf"), HOST).at(NOW).sign(dsa), dsa)),
                        Kind.INTERMEDIATE_WEAK),
                bad(
                        "signed with PSS and SHA-1",
                        pfx(p -> p.entry(
                                leaf(ec("leaf"), HOST)
                                        .at(NOW)
                                        .signature("SHA1withRSAandMGF1")
                                        .sign(rsa),
                                rsa)),
                        Kind.WEAK_SIGNATURE),
                bad(
                        "issued by a shop instead of an authority",
                        pfx(p -> p.entry(leaf(ec("leaf"), HOST).at(NOW).sign(noAuthority), noAuthority, MIDDLE)),
                        Kind.CHAIN_INVALID),
                bad(
                        "issued by a shop whose own issuer nobody knows",
                        pfx(p -> p.entry(leaf(ec("leaf"), HOST).at(NOW).sign(noAuthority), noAuthority)),
                        Kind.CHAIN_INVALID));
    }

    private static Issued issuer(String name, KeyPair keys) {
        return new TestAuthority.Draft(name, keys).authority().at(NOW).sign(ROOT);
    }
}
