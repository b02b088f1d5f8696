package de.hypersoft.esolutions.it;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** One TLS connection that asks for one host in its handshake and for any hosts in its requests. Trusts everybody. */
public final class TlsLine implements AutoCloseable {

    private final SSLSocket socket;

    private TlsLine(SSLSocket socket) {
        this.socket = socket;
    }

    /** A new one, with no session of an earlier one, to a port of this machine. */
    public static TlsLine to(int port, String host) throws IOException {
        SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(host)));
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
            return new TlsLine(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    public static TlsLine toShared(String host) throws IOException {
        return to(8443 + TestRun.offset(), host);
    }

    public X509Certificate shown() throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    /** Status line and headers; the line stays open for the next. */
    public String head(String host, String path) throws IOException {
        String request = "HEAD " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return readHead();
    }

    private String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) throw new IOException("closed after: " + head);
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    /** Reads the whole answer, so that the line is free for the next. Answers the status line. */
    public String get(String host, String path) throws IOException {
        return answer("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n", new byte[0]);
    }

    /** The same with a body. */
    public String post(String host, String path, byte[] body) throws IOException {
        String request = "POST " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length + "\r\n\r\n";
        return answer(request, body);
    }

    private String answer(String request, byte[] body) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        String head = readHead();
        Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
        if (length.find()) socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
        else readChunks();
        return head.lines().findFirst().orElseThrow();
    }

    private void readChunks() throws IOException {
        int size;
        do {
            StringBuilder line = new StringBuilder();
            while (line.indexOf("\r\n") < 0)
                line.append((char) socket.getInputStream().read());
            size = Integer.parseInt(line.toString().strip(), 16);
            socket.getInputStream().readNBytes(size + 2);
        } while (size > 0);
    }

    /** Asks for a page that goes on for as long as somebody listens, and answers with it line by line. */
    public BufferedReader listen(String host, String path, String cookie) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + cookie
                + "\r\nAccept: text/event-stream\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.setSoTimeout(40_000);
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** For clients that look at certificates instead of judging them. */
    public static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket line) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket line) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine line) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine line) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
