package de.hypersoft.esolutions.tls;

/** Made when it is first asked for: by the listener, before it opens, or by the application. */
final class OfServer {

    static final CertificateDirectory DIRECTORY = Upkeep.started();

    private OfServer() {}
}
