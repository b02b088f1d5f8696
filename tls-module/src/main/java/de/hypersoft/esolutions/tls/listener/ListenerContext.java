package de.hypersoft.esolutions.tls.listener;

import de.hypersoft.esolutions.tls.CertificateDirectory;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** The JDK's TLS with engines that refuse unknown hosts, and with sessions the directory can end. */
public final class ListenerContext extends SSLContextSpi {

    private final CertificateDirectory directory;
    private final SSLContext jdk;

    public ListenerContext(CertificateDirectory directory) {
        this.directory = directory;
        try {
            this.jdk = SSLContext.getInstance("TLS", "SunJSSE");
        } catch (NoSuchAlgorithmException | NoSuchProviderException e) {
            throw new IllegalStateException("this Java has no TLS of its own", e);
        }
    }

    @Override
    protected void engineInit(
            KeyManager @Nullable [] keys, TrustManager @Nullable [] trusted, @Nullable SecureRandom random)
            throws KeyManagementException {
        jdk.init(keys, trusted, random);
        directory.sessions().in(jdk.getServerSessionContext());
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        return new ListenerEngine(jdk.createSSLEngine(), directory);
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
        return new ListenerEngine(jdk.createSSLEngine(host, port), directory);
    }

    @Override
    protected @Nullable SSLSessionContext engineGetServerSessionContext() {
        return jdk.getServerSessionContext();
    }

    @Override
    protected @Nullable SSLSessionContext engineGetClientSessionContext() {
        return jdk.getClientSessionContext();
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
        return jdk.getDefaultSSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
        return jdk.getSupportedSSLParameters();
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        throw new UnsupportedOperationException("for the listener's engines only");
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        throw new UnsupportedOperationException("for the listener's engines only");
    }
}
