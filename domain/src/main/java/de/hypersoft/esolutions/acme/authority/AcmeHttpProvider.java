package de.hypersoft.esolutions.acme.authority;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.provider.GenericAcmeProvider;

/** Any authority by its directory's address; its HTTPS certificate may come from roots of our own choice. */
final class AcmeHttpProvider extends GenericAcmeProvider {

    private final @Nullable SSLContext trust;

    AcmeHttpProvider(@Nullable Path roots) {
        this.trust = roots == null ? null : trusting(roots);
    }

    @Override
    public boolean accepts(URI serverUri) {
        return true;
    }

    @Override
    public HttpClient createHttpClient(NetworkSettings settings) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(settings.getTimeout())
                .proxy(settings.getProxySelector());
        if (trust != null) builder.sslContext(trust);
        return builder.build();
    }

    private static SSLContext trusting(Path roots) {
        try (InputStream pem = Files.newInputStream(roots)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int count = 0;
            for (Certificate root : CertificateFactory.getInstance("X.509").generateCertificates(pem))
                store.setCertificateEntry("root-" + count++, root);
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException("ACME_ROOTS " + roots + " cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ACME_ROOTS " + roots + " holds no certificates", e);
        }
    }
}
