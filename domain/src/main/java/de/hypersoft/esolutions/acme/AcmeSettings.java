package de.hypersoft.esolutions.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** With which authority, and as whom; set by environment. Without a directory there are no automatic certificates. */
@ApplicationScoped
public class AcmeSettings {

    private final Optional<URI> directory;
    private final Optional<String> contact;
    private final boolean agreed;
    private final Optional<Path> roots;
    private final Optional<String> keyId;
    private final Optional<String> hmac;

    /**
     * @param directory where the authority begins, such as {@code https://acme-v02.api.letsencrypt.org/directory}
     * @param contact a mail address for the authority's notices
     * @param agreed whether its terms are agreed to
     * @param roots PEM file of those whom the authority's own HTTPS certificate may come from, instead of Java's list
     * @param keyId with {@code hmac}, base64url: the external account binding some authorities want
     */
    @Inject
    public AcmeSettings(
            @ConfigProperty(name = "ACME_DIRECTORY") Optional<String> directory,
            @ConfigProperty(name = "ACME_CONTACT") Optional<String> contact,
            @ConfigProperty(name = "ACME_TERMS_AGREED", defaultValue = "false") boolean agreed,
            @ConfigProperty(name = "ACME_ROOTS") Optional<String> roots,
            @ConfigProperty(name = "ACME_EAB_KEY_ID") Optional<String> keyId,
            @ConfigProperty(name = "ACME_EAB_HMAC") Optional<String> hmac) {
        this.directory = directory.map(String::strip).filter(d -> !d.isEmpty()).map(AcmeSettings::checked);
        this.contact = contact.map(String::strip).filter(c -> !c.isEmpty());
        this.agreed = agreed;
        this.roots = roots.map(String::strip).filter(r -> !r.isEmpty()).map(Path::of);
        this.keyId = keyId.map(String::strip).filter(k -> !k.isEmpty());
        this.hmac = hmac.map(String::strip).filter(h -> !h.isEmpty());
        if (this.keyId.isPresent() != this.hmac.isPresent())
            throw new IllegalStateException("ACME_EAB_KEY_ID and ACME_EAB_HMAC belong together");
    }

    /** Empty: there are no automatic certificates here. */
    public Optional<URI> directory() {
        return directory;
    }

    public Optional<String> contact() {
        return contact;
    }

    public boolean agreed() {
        return agreed;
    }

    public Optional<Path> roots() {
        return roots;
    }

    public Optional<String> keyId() {
        return keyId;
    }

    public String hmac() {
        return hmac.orElse("");
    }

    private static URI checked(String directory) {
        URI uri = URI.create(directory);
        if (!"https".equals(uri.getScheme()) || directory.length() > 500)
            throw new IllegalStateException("ACME_DIRECTORY is an https address, not " + directory);
        return uri;
    }
}
