package de.hypersoft.esolutions.certificates.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Intermediates of public authorities, for files that hold the leaf alone: those that come with the product, and those of
 * a file that the operator may lay beside it (PEM, also within other text such as CSV). Read at the first question, and
 * kept as bytes by subject: a whole list has thousands. Nothing here is believed; a chain is checked whatever it is made of.
 */
@ApplicationScoped
class PublicIntermediates {

    static final String SHIPPED = "public-intermediates.pem";
    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");
    private static final Logger LOG = LoggerFactory.getLogger(PublicIntermediates.class);

    private final String shipped;
    private final @Nullable Path further;
    private @Nullable Index index;

    @Inject
    PublicIntermediates(@ConfigProperty(name = "esolutions.intermediates-file") Optional<String> file) {
        this(SHIPPED, file.map(Path::of).orElse(null));
    }

    /**
     * @param shipped name of a resource of this package; empty for none
     * @param further a file that is read anew when it was changed; null for none
     */
    PublicIntermediates(String shipped, @Nullable Path further) {
        this.shipped = shipped;
        this.further = further;
    }

    static PublicIntermediates none() {
        return new PublicIntermediates("", null);
    }

    /** Those that may have signed this certificate, by name and, where both say it, by key; their signatures are unproven. */
    List<X509Certificate> issuersOf(X509Certificate certificate) {
        byte[] key = issuerKey(certificate);
        return index()
                .bySubject()
                .getOrDefault(certificate.getIssuerX500Principal().getName(X500Principal.CANONICAL), List.of())
                .stream()
                .filter(one -> key == null || one.key() == null || Arrays.equals(key, one.key()))
                .flatMap(one -> parsed(one.der()).stream())
                .toList();
    }

    int size() {
        return index().bySubject().values().stream().mapToInt(List::size).sum();
    }

    /** @param changed of the operator's file; null when there is none */
    private record Index(
            Map<String, List<Listed>> bySubject, @Nullable FileTime changed) {}

    @SuppressWarnings("ArrayRecordComponent") // kept, never compared
    private record Listed(byte[] der, byte @Nullable [] key) {}

    private synchronized Index index() {
        FileTime changed = changed();
        Index known = index;
        if (known != null && Objects.equals(known.changed(), changed)) return known;
        Map<String, List<Listed>> bySubject = new HashMap<>();
        if (!shipped.isEmpty()) addAll(shipped(), bySubject);
        if (changed != null) addAll(further(), bySubject);
        Index read = new Index(bySubject, changed);
        this.index = read;
        return read;
    }

    private @Nullable FileTime changed() {
        if (further == null) return null;
        try {
            return Files.getLastModifiedTime(further);
        } catch (IOException e) {
            LOG.warn("the list of intermediates {} cannot be read: {}", further, e.toString());
            return null;
        }
    }

    private String further() {
        Path file = Objects.requireNonNull(further);
        try {
            if (Files.size(file) > MOST_BYTES) throw new IOException("larger than " + MOST_BYTES + " bytes");
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            LOG.warn("the list of intermediates {} cannot be read: {}", file, e.toString());
            return "";
        }
    }

    private String shipped() {
        try (InputStream in = PublicIntermediates.class.getResourceAsStream(shipped)) {
            return new String(Objects.requireNonNull(in, shipped).readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addAll(String text, Map<String, List<Listed>> bySubject) {
        Matcher blocks = BLOCK.matcher(text);
        int unreadable = 0;
        while (blocks.find()) {
            try {
                byte[] der = Base64.getMimeDecoder().decode(blocks.group(1));
                add(der, org.bouncycastle.asn1.x509.Certificate.getInstance(der).getTBSCertificate(), bySubject);
            } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
                unreadable++; // BouncyCastle says so in many ways
            }
        }
        if (unreadable > 0) LOG.warn("{} certificates of a list of intermediates cannot be read", unreadable);
    }

    /** Not read by Java, which would keep them all in its own memory of certificates. */
    private static void add(byte[] der, TBSCertificate one, Map<String, List<Listed>> bySubject) throws IOException {
        Extensions extensions = one.getExtensions();
        SubjectKeyIdentifier key = extensions == null ? null : SubjectKeyIdentifier.fromExtensions(extensions);
        String subject = new X500Principal(one.getSubject().getEncoded()).getName(X500Principal.CANONICAL);
        List<Listed> sameName = bySubject.computeIfAbsent(subject, any -> new ArrayList<>(1));
        if (sameName.stream().noneMatch(known -> Arrays.equals(known.der(), der)))
            sameName.add(new Listed(der, key == null ? null : key.getKeyIdentifier()));
    }

    private static Optional<X509Certificate> parsed(byte[] der) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static byte @Nullable [] issuerKey(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        if (extension == null) return null;
        try {
            return AuthorityKeyIdentifier.getInstance(
                            ASN1OctetString.getInstance(extension).getOctets())
                    .getKeyIdentifierOctets();
        } catch (IllegalArgumentException | ClassCastException e) {
            return null; // as if it said nothing
        }
    }
}
