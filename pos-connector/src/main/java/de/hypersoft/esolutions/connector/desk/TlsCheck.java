package de.hypersoft.esolutions.connector.desk;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** One TLS handshake with the portal, by the same rules as every other call of this program, and what came of it. */
final class TlsCheck {

    private static final int ANSWER_MILLIS = 5_000;

    private TlsCheck() {}

    /**
     * What was found.
     *
     * @param check {@code tls} when all is well, else what is wrong, as the last part of a text's key
     * @param facts for the text; a failure among them is told by its {@link Reasons}
     */
    record Finding(String check, boolean well, List<Object> facts) {
        private static Finding wrong(String what, Object... facts) {
            return new Finding("tls." + what, false, List.of(facts));
        }
    }

    /** @param plain a connection to the portal; it is closed at the end */
    static Finding of(URI address, int port, Socket plain) throws IOException {
        Remembering trust = remembering();
        try (plain;
                SSLSocket socket = (SSLSocket)
                        context(trust).getSocketFactory().createSocket(plain, address.getHost(), port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.startHandshake();
            X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            Instant until = certificate.getNotAfter().toInstant();
            return new Finding("tls", true, List.of(socket.getSession().getProtocol(), until));
        } catch (SSLHandshakeException refused) {
            return why(refused, address, trust.shown);
        } catch (IOException noHandshake) {
            return Finding.wrong("none-spoken", noHandshake, Integer.toString(port));
        }
    }

    private static Finding why(SSLHandshakeException refused, URI address, @Nullable X509Certificate shown) {
        for (Throwable cause = refused; cause != null && shown != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException)
                return Finding.wrong("expired", shown.getNotAfter().toInstant());
            if (cause instanceof CertificateNotYetValidException)
                return Finding.wrong("early", shown.getNotBefore().toInstant());
            if (cause instanceof CertPathBuilderException)
                return Finding.wrong("issuer", shown.getIssuerX500Principal().getName());
            if (cause.getClass() == CertificateException.class && cause.getCause() == null)
                return Finding.wrong("name", names(shown), address.getHost());
        }
        return Finding.wrong("refused", refused);
    }

    /** For whom the certificate is, as its issuer wrote it. */
    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names != null)
                return names.stream().map(name -> String.valueOf(name.get(1))).collect(Collectors.joining(", "));
        } catch (CertificateParsingException unreadable) {
            return certificate.getSubjectX500Principal().getName();
        }
        return certificate.getSubjectX500Principal().getName();
    }

    private static SSLContext context(Remembering trust) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException noTls) {
            throw new IOException("this Java has no TLS: " + noTls.getMessage(), noTls);
        }
    }

    private static Remembering remembering() throws IOException {
        try {
            TrustManagerFactory usual = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            usual.init((KeyStore) null);
            for (TrustManager manager : usual.getTrustManagers())
                if (manager instanceof X509ExtendedTrustManager ours) return new Remembering(ours);
            throw new IOException("this Java trusts nobody");
        } catch (GeneralSecurityException broken) {
            throw new IOException("the certificates this Java trusts cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** Judges as Java always does, and remembers what was shown, so that a refusal can be told in words. */
    private static final class Remembering extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager judge;
        private @Nullable X509Certificate shown;

        private Remembering(X509ExtendedTrustManager judge) {
            this.judge = judge;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            shown = chain[0];
            judge.checkServerTrusted(chain, type, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            shown = chain[0];
            judge.checkServerTrusted(chain, type, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            shown = chain[0];
            judge.checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            judge.checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            judge.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            judge.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return judge.getAcceptedIssuers();
        }
    }
}
