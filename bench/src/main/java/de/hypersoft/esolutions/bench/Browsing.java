package de.hypersoft.esolutions.bench;

import de.hypersoft.esolutions.tls.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** One connection of a guest's browser; every one begins with a full handshake, none resumes a session. */
final class Browsing implements AutoCloseable {

    private final SSLSocket socket;
    private final String host;

    private Browsing(SSLSocket socket, String host) {
        this.socket = socket;
        this.host = host;
    }

    static Browsing to(int port, String host, String protocol) throws IOException {
        SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(host)));
        parameters.setProtocols(new String[] {protocol});
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
            return new Browsing(socket, host);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    String shown() throws IOException {
        return Fingerprint.of((X509Certificate) socket.getSession().getPeerCertificates()[0]);
    }

    /** A page without a body; the connection stays open. */
    void head() throws IOException {
        String request = "HEAD /static/shop.css HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) throw new IOException("closed after: " + head);
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 ") || head.charAt(9) == '5')
            throw new IOException("answered: " + head);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has TLS", e);
        }
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {
            // nobody is a client here
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {
            // which one is shown is what counts
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
