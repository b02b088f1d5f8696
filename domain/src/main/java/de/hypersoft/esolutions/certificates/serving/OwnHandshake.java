package de.hypersoft.esolutions.certificates.serving;

import de.hypersoft.esolutions.tls.Fingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A real TLS connection to this node's own listener, as any browser opens one. */
@ApplicationScoped
public class OwnHandshake {

    private static final int TIMEOUT_MILLIS = 3_000;

    private final InetSocketAddress listener;

    @Inject
    public OwnHandshake(
            @ConfigProperty(name = "jboss.bind.address", defaultValue = "127.0.0.1") String address,
            @ConfigProperty(name = "jboss.https.port", defaultValue = "8443") int port,
            @ConfigProperty(name = "jboss.socket.binding.port-offset", defaultValue = "0") int offset) {
        this.listener = new InetSocketAddress(address.equals("0.0.0.0") ? "127.0.0.1" : address, port + offset);
    }

    /**
     * Asks for a host and answers with the SHA-256 of the certificate it was shown. Never called inside a transaction.
     *
     * @param host for {@code *.x.de} some host below it is asked for
     * @param protocol what to offer by ALPN; empty for nothing
     * @throws java.net.SocketTimeoutException when nothing answers within three seconds
     * @throws IOException when the handshake is refused
     */
    public String shown(String host, String protocol) throws IOException {
        try (Socket plain = new Socket()) {
            plain.connect(listener, TIMEOUT_MILLIS);
            plain.setSoTimeout(TIMEOUT_MILLIS);
            try (SSLSocket secure = (SSLSocket) context()
                    .getSocketFactory()
                    .createSocket(plain, listener.getHostString(), listener.getPort(), true)) {
                SSLParameters parameters = secure.getSSLParameters();
                parameters.setServerNames(List.of(new SNIHostName(host.replaceFirst("^\\*", "handshake"))));
                if (!protocol.isEmpty()) parameters.setApplicationProtocols(new String[] {protocol});
                secure.setSSLParameters(parameters);
                secure.startHandshake();
                return Fingerprint.of((X509Certificate) secure.getSession().getPeerCertificates()[0]);
            }
        }
    }

    /** A new one each time: a resumed session would show what was served before. */
    private static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has TLS", e);
        }
    }

    /** Whether browsers trust it was the report's business; here it only counts which one is shown. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {
            // nobody is a client here
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {
            // compared by its fingerprint
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
