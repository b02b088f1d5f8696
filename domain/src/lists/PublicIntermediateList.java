import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Makes the list of public intermediates that comes with the product; how is in the README beside it.
 *
 * {@code java PublicIntermediateList.java DAY SOURCE FILE... [--without FILE...] > public-intermediates.pem}
 *
 * DAY (such as 2026-11-29) is when the certificates have to be valid, SOURCE is named in the first line. FILEs hold PEM, also
 * within other text; those behind {@code --without} hold revoked ones. Taken is what may issue for servers and has a valid
 * way to a root that this Java knows, each once, by subject.
 */
public final class PublicIntermediateList {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final int KEY_CERT_SIGN = 5;
    private static final int SHORTEST_RSA = 2048;

    private final Date day;
    private final List<X509Certificate> all;
    private final Set<TrustAnchor> anchors = new HashSet<>();
    private final Set<X509Certificate> roots = new HashSet<>();

    private PublicIntermediateList(String day, List<X509Certificate> all) throws GeneralSecurityException {
        this.day = Date.from(Instant.parse(day + "T00:00:00Z"));
        this.all = all;
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (var manager : factory.getTrustManagers())
            if (manager instanceof X509TrustManager known) roots.addAll(Arrays.asList(known.getAcceptedIssuers()));
        for (X509Certificate root : roots) anchors.add(new TrustAnchor(root, null));
    }

    public static void main(String[] words) throws IOException, GeneralSecurityException {
        List<String> files = Arrays.asList(words).subList(2, words.length);
        int without = files.contains("--without") ? files.indexOf("--without") : files.size();
        List<X509Certificate> given = read(files.subList(0, without));
        given.removeAll(new HashSet<>(read(files.subList(Math.min(without + 1, files.size()), files.size()))));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print("# Intermediates of public authorities, valid on " + words[0] + ". Source: " + words[1] + "\n");
        for (String block : new PublicIntermediateList(words[0], given).blocks()) out.print(block);
        if (out.checkError()) throw new IOException("the list cannot be written");
    }

    private Set<String> blocks() throws GeneralSecurityException {
        CertStore store = CertStore.getInstance("Collection", new CollectionCertStoreParameters(all));
        Set<String> blocks = new TreeSet<>(Comparator.naturalOrder());
        for (X509Certificate one : all)
            if (!roots.contains(one) && isIssuerForServers(one) && hasWay(one, store))
                blocks.add("# " + one.getSubjectX500Principal().getName() + "\n-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(one.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        return blocks;
    }

    private static boolean isIssuerForServers(X509Certificate one) throws CertificateParsingException {
        List<String> purposes = one.getExtendedKeyUsage();
        boolean[] usage = one.getKeyUsage();
        boolean small = one.getPublicKey() instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA;
        return one.getBasicConstraints() >= 0
                && !small
                && !one.getSigAlgName().startsWith("SHA1")
                && (usage == null || usage[KEY_CERT_SIGN])
                && (purposes == null || purposes.contains(SERVER_AUTH) || purposes.contains(ANY_PURPOSE));
    }

    private boolean hasWay(X509Certificate one, CertStore store)
            throws GeneralSecurityException {
        X509CertSelector itself = new X509CertSelector();
        itself.setCertificate(one);
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, itself);
            parameters.addCertStore(store);
            parameters.setRevocationEnabled(false);
            parameters.setDate(day);
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (CertPathBuilderException | InvalidAlgorithmParameterException e) {
            return false;
        }
    }

    private static List<X509Certificate> read(List<String> files) throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> read = new ArrayList<>();
        for (String file : files) {
            Matcher blocks = BLOCK.matcher(Files.readString(Path.of(file), StandardCharsets.ISO_8859_1));
            while (blocks.find())
                read.add((X509Certificate) factory.generateCertificate(
                        new ByteArrayInputStream(Base64.getMimeDecoder().decode(blocks.group(1)))));
        }
        return read;
    }
}
