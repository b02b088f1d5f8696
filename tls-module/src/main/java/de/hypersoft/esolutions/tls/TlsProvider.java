package de.hypersoft.esolutions.tls;

import de.hypersoft.esolutions.tls.listener.ListenerContext;
import java.io.Serial;
import java.security.Provider;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives the server's listener a key manager that asks the {@link CertificateDirectory}, and an SSL context around the
 * JDK's own. Named in the server's configuration; nothing else uses it.
 */
public final class TlsProvider extends Provider {

    /** The key manager factory's algorithm. */
    public static final String DIRECTORY = "Directory";

    @Serial
    private static final long serialVersionUID = 1L;

    /** Called by the server while it boots; the directory is made when the listener needs it. */
    public TlsProvider() {
        this(CertificateDirectory::ofServer);
    }

    TlsProvider(Supplier<CertificateDirectory> directory) {
        super("EsolutionsTls", "1.0", "certificates by SNI from a directory");
        offer("KeyManagerFactory", DIRECTORY, () -> new DirectoryKeyManagers(directory.get()));
        for (String protocol : List.of("TLS", "TLSv1.2", "TLSv1.3"))
            offer("SSLContext", protocol, () -> new ListenerContext(directory.get()));
    }

    private void offer(String type, String algorithm, Supplier<Object> maker) {
        putService(new Service(this, type, algorithm, TlsProvider.class.getName(), List.of(), Map.of()) {
            @Override
            public Object newInstance(@Nullable Object parameter) {
                return maker.get();
            }
        });
    }
}
