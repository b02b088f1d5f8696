package de.hypersoft.esolutions.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** A browser that trusts everybody, so that the tests see what is shown. Keeps its sessions, as browsers do. */
final class Client {

    private final SSLContext context;
    private final String protocol;
    private final List<String> suites;
    private final List<String> applicationProtocols;

    private Client(String protocol, List<String> suites, List<String> applicationProtocols) {
        this.protocol = protocol;
        this.suites = suites;
        this.applicationProtocols = applicationProtocols;
        try {
            context = SSLContext.getInstance("TLS", "SunJSSE");
            context.init(null, new TrustManager[] {new Trusting()}, null);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static Client of(String protocol) {
        return new Client(protocol, List.of(), List.of());
    }

    /** TLS 1.2, where the suite says which kind of key is wanted. */
    static Client ecOnly() {
        return new Client("TLSv1.2", List.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"), List.of());
    }

    static Client rsaOnly() {
        return new Client("TLSv1.2", List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"), List.of());
    }

    static Client speaking(String protocol, String... applicationProtocols) {
        return new Client(protocol, List.of(), List.of(applicationProtocols));
    }

    /** All hosts are at the same address, as with us: the client looks for sessions by address. */
    SSLEngine engine(@Nullable String host) {
        SSLEngine engine = context.createSSLEngine("192.0.2.1", 443);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {protocol});
        if (!suites.isEmpty()) parameters.setCipherSuites(suites.toArray(String[]::new));
        if (host != null) parameters.setServerNames(List.of(new SNIHostName(host)));
        parameters.setApplicationProtocols(applicationProtocols.toArray(String[]::new));
        engine.setSSLParameters(parameters);
        return engine;
    }

    private static final class Trusting extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
