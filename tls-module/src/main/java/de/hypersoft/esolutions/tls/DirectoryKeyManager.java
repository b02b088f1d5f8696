package de.hypersoft.esolutions.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Chooses by the asked host and the kind of key alone. The JDK's own one also ranks by key usage and, where nothing
 * fits, takes any certificate it has: another customer's.
 */
class DirectoryKeyManager extends X509ExtendedKeyManager {

    private final CertificateDirectory directory;
    private final Map<SSLEngine, Entries> begun = Collections.synchronizedMap(new WeakHashMap<>());

    DirectoryKeyManager(CertificateDirectory directory) {
        this.directory = directory;
    }

    /**
     * Null lets the JDK try the client's next kind of key. All kinds are looked for in what the host had at the first
     * question: a swap from one kind to another in between would leave the handshake with none.
     */
    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        Entries entries = begun.get(engine);
        if (entries == null) {
            String host = TlsSessions.askedHost(engine.getHandshakeSession());
            entries = directory.find(host, engine.getHandshakeApplicationProtocol());
            if (entries != null) begun.put(engine, entries);
        }
        AliasedCertificate entry = entries == null ? null : entries.of(keyType);
        return entry == null ? null : entry.alias();
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        AliasedCertificate entry = directory.byAlias(alias);
        return entry == null ? null : entry.certificate().key();
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        AliasedCertificate entry = directory.byAlias(alias);
        return entry == null ? null : entry.certificate().chain().toArray(X509Certificate[]::new);
    }

    /** The listener uses engines; a socket could not be refused by name. */
    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }
}
