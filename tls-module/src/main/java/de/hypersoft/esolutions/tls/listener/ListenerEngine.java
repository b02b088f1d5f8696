package de.hypersoft.esolutions.tls.listener;

import de.hypersoft.esolutions.tls.CertificateDirectory;
import de.hypersoft.esolutions.tls.TlsSessions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.StandardConstants;
import org.jspecify.annotations.Nullable;

/**
 * One connection. Refuses hosts that nothing answers for with {@code unrecognized_name}; the matcher that does so also
 * makes the JDK bind sessions to the host they began with. Speaks {@code acme-tls/1} (RFC 8737) and the protocol of the
 * server's own check for the handshake only.
 */
final class ListenerEngine extends ForwardingEngine {

    private static final String HTTP = "http/1.1";

    private final CertificateDirectory directory;

    ListenerEngine(SSLEngine jdk, CertificateDirectory directory) {
        super(jdk);
        this.directory = directory;
        setSSLParameters(jdk.getSSLParameters());
    }

    /** Whatever the server sets, the matcher stays. */
    @Override
    public void setSSLParameters(SSLParameters parameters) {
        parameters.setSNIMatchers(List.of(new KnownHosts(directory)));
        List<String> protocols = new ArrayList<>(List.of(parameters.getApplicationProtocols()));
        if (!protocols.isEmpty() && protocols.stream().noneMatch(directory::isForHandshakeOnly))
            protocols.addAll(List.of(CertificateDirectory.ACME, directory.candidateProtocol()));
        parameters.setApplicationProtocols(protocols.toArray(String[]::new));
        jdk.setSSLParameters(parameters);
    }

    @Override
    public SSLEngineResult wrap(ByteBuffer[] from, int offset, int length, ByteBuffer to) throws SSLException {
        return afterHandshake(jdk.wrap(from, offset, length, to));
    }

    @Override
    public SSLEngineResult unwrap(ByteBuffer from, ByteBuffer[] to, int offset, int length) throws SSLException {
        SSLEngineResult result = afterHandshake(jdk.unwrap(from, to, offset, length));
        if (result.bytesProduced() > 0 && directory.isForHandshakeOnly(jdk.getApplicationProtocol()))
            throw new SSLException("this protocol is for the handshake only");
        return result;
    }

    /** The server knows HTTP only; nothing of what such a client might send gets there. */
    @Override
    public @Nullable String getApplicationProtocol() {
        return http(jdk.getApplicationProtocol());
    }

    @Override
    public @Nullable String getHandshakeApplicationProtocol() {
        return http(jdk.getHandshakeApplicationProtocol());
    }

    private @Nullable String http(@Nullable String protocol) {
        return directory.isForHandshakeOnly(protocol) ? HTTP : protocol;
    }

    /** A handshake that began before its certificate was replaced has just left a session behind. */
    private SSLEngineResult afterHandshake(SSLEngineResult result) {
        if (result.getHandshakeStatus() == HandshakeStatus.FINISHED && !directory.isCurrent(jdk.getSession()))
            directory.endStaleSessions();
        return result;
    }

    private static final class KnownHosts extends SNIMatcher {

        private final CertificateDirectory directory;

        KnownHosts(CertificateDirectory directory) {
            super(StandardConstants.SNI_HOST_NAME);
            this.directory = directory;
        }

        @Override
        public boolean matches(SNIServerName asked) {
            return directory.knows(TlsSessions.ascii(asked));
        }
    }
}
