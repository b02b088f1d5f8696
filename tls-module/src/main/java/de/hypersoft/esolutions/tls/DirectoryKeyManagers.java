package de.hypersoft.esolutions.tls;

import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import org.jspecify.annotations.Nullable;

/** The server's configuration insists on a key store; it is empty and looked at by nobody. */
final class DirectoryKeyManagers extends KeyManagerFactorySpi {

    private final CertificateDirectory directory;

    DirectoryKeyManagers(CertificateDirectory directory) {
        this.directory = directory;
    }

    @Override
    protected void engineInit(@Nullable KeyStore ignored, char @Nullable [] password) {
        // all keys are in the directory
    }

    @Override
    protected void engineInit(@Nullable ManagerFactoryParameters ignored) {
        // all keys are in the directory
    }

    @Override
    protected KeyManager[] engineGetKeyManagers() {
        return new KeyManager[] {new DirectoryKeyManager(directory)};
    }
}
