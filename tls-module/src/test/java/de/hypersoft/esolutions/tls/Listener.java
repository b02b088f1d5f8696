package de.hypersoft.esolutions.tls;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** What the server makes of the provider: a context for engines of its listener. */
final class Listener {

    private final SSLContext context;

    Listener(CertificateDirectory directory) {
        Provider provider = new TlsProvider(() -> directory);
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(TlsProvider.DIRECTORY, provider);
            keys.init(null, null);
            context = SSLContext.getInstance("TLS", provider);
            context.init(keys.getKeyManagers(), null, null);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    SSLEngine engine(String... applicationProtocols) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        var parameters = engine.getSSLParameters();
        parameters.setApplicationProtocols(applicationProtocols);
        engine.setSSLParameters(parameters);
        return engine;
    }
}
