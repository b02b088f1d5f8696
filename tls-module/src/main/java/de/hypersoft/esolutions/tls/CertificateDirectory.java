package de.hypersoft.esolutions.tls;

import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Which certificate answers for which host name, in memory, for all handshakes of this server. The application writes;
 * nothing hands a key out again. A host is {@code shop.x.de} or {@code *.x.de} with A-labels; case and a final dot do
 * not matter. Exact names win over wildcards, both over the names of the default certificate; a name that none of them
 * covers is refused, and who names no host gets the default certificate.
 */
public final class CertificateDirectory {

    /** RFC 8737: an authority looks for its challenge. */
    public static final String ACME = "acme-tls/1";

    private final Map<String, Entries> hosts = new ConcurrentHashMap<>();
    private final Map<String, Entries> challenges = new ConcurrentHashMap<>();
    private final Map<String, Entries> candidates = new ConcurrentHashMap<>();
    private final String candidateProtocol = "candidate/" + UUID.randomUUID();
    private final Aliases aliases;
    private final TlsSessions sessions = new TlsSessions();
    private final Shared shared = new Shared();
    private final AtomicLong version = new AtomicLong();
    private volatile Fallback fallback = Fallback.NONE;

    /** An empty one, which no listener asks. */
    public CertificateDirectory() {
        this(Aliases.KEPT);
    }

    /** @param kept how long a handshake that has begun may still use what was replaced */
    CertificateDirectory(Duration kept) {
        this.aliases = new Aliases(kept);
    }

    /** The one that this server's listener asks; the first call reads the snapshot of the run before. */
    public static CertificateDirectory ofServer() {
        return OfServer.DIRECTORY;
    }

    /**
     * From now on, this host is answered with these certificates and with no other; sessions that began with others
     * cannot be resumed.
     *
     * @param certificates one for each kind of key (EC, RSA)
     * @throws IllegalArgumentException when there is none, two have the same kind of key, or one does not cover the host
     */
    public synchronized void put(String host, List<ServerCertificate> certificates) {
        String name = ServedNames.canonical(host);
        Entries entries = checked(name, certificates);
        retire(hosts.put(name, entries));
        changed();
    }

    /** Nothing answers for this host any more, unless a wildcard or the default certificate covers it. */
    public synchronized void remove(String host) {
        Entries gone = hosts.remove(ServedNames.canonical(host));
        if (gone == null) return;
        retire(gone);
        changed();
    }

    /** Shown to a certificate authority that asks for this host with ALPN {@code acme-tls/1}, and to nobody else. */
    public synchronized void putAlpnChallenge(String host, PrivateKey key, X509Certificate[] chain) {
        retire(challenges.put(
                ServedNames.canonical(host), aliases.add(List.of(new ServerCertificate(key, List.of(chain))))));
    }

    public synchronized void removeAlpnChallenge(String host) {
        retire(challenges.remove(ServedNames.canonical(host)));
    }

    /**
     * Shown to this server's own check before it is put: to a client that asks for this host with ALPN
     * {@link #candidateProtocol()}. Everybody else gets what was put before.
     *
     * @throws IllegalArgumentException as {@link #put}
     */
    public synchronized void putCandidate(String host, List<ServerCertificate> certificates) {
        String name = ServedNames.canonical(host);
        retire(candidates.put(name, checked(name, certificates)));
    }

    public synchronized void removeCandidate(String host) {
        retire(candidates.remove(ServedNames.canonical(host)));
    }

    /** Known inside this process only; another one at each start. */
    public String candidateProtocol() {
        return candidateProtocol;
    }

    /** Each host that was put, with the fingerprints of its leaves. */
    public Map<String, Set<String>> fingerprints() {
        return hosts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().fingerprints()));
    }

    /** Those of one host that was put; empty for any other. */
    public Set<String> fingerprints(String host) {
        Entries entries = hosts.get(ServedNames.canonical(host));
        return entries == null ? Set.of() : entries.fingerprints();
    }

    /** Whether a handshake that asks for this host is answered. */
    public boolean serves(String host) {
        return find(host) != null;
    }

    /** As {@link #serves}, but not with a certificate that this server has signed itself for development. */
    public boolean servesPublicly(String host) {
        return findPut(ServedNames.canonical(host)) != null || (!fallback.selfMade() && serves(host));
    }

    /** Whether the default certificate answers for this host, and it is none that this server has signed itself. */
    public boolean servesByDefault(String host) {
        String name = ServedNames.canonical(host);
        return findPut(name) == null && !fallback.selfMade() && fallback.covers(name);
    }

    // For the listener.

    /** @param host as asked for; null when the client named none */
    @Nullable
    Entries find(@Nullable String host) {
        if (host == null) return fallback.entries();
        String name = ServedNames.canonical(host);
        Entries found = findPut(name);
        return found != null || !fallback.covers(name) ? found : fallback.entries();
    }

    /** @param protocol what the client wants to speak; two of them are for the handshake only */
    @Nullable
    Entries find(@Nullable String host, @Nullable String protocol) {
        if (ACME.equals(protocol)) return host == null ? null : challenges.get(ServedNames.canonical(host));
        if (candidateProtocol.equals(protocol)) return host == null ? null : candidate(ServedNames.canonical(host));
        return find(host);
    }

    /** Whether any certificate may be shown for this host, be it for a handshake only. */
    public boolean knows(String host) {
        return serves(host) || find(host, ACME) != null || find(host, candidateProtocol) != null;
    }

    public boolean isForHandshakeOnly(@Nullable String protocol) {
        return ACME.equals(protocol) || candidateProtocol.equals(protocol);
    }

    @Nullable
    AliasedCertificate byAlias(String alias) {
        return aliases.get(alias);
    }

    public TlsSessions sessions() {
        return sessions;
    }

    /** Ends sessions whose certificate is no longer the one of their host. */
    public void endStaleSessions() {
        sessions.endUnless(this::isCurrent);
    }

    /** Whether a new handshake for the session's host would show the same certificate. */
    public boolean isCurrent(SSLSession session) {
        Certificate[] shown = session.getLocalCertificates();
        Entries entries = find(TlsSessions.askedHost(session));
        return shown != null && entries != null && entries.has(shown[0]);
    }

    // For the start and the snapshot.

    synchronized void fallback(@Nullable ServerCertificate certificate, boolean selfMade) {
        Entries before = fallback.entries();
        fallback = certificate == null
                ? Fallback.NONE
                : new Fallback(aliases.add(List.of(certificate)), ServedNames.of(certificate.leaf()), selfMade);
        retire(before);
        endStaleSessions();
    }

    /** Raised by each change; the snapshot compares it. */
    long version() {
        return version.get();
    }

    Map<String, List<ServerCertificate>> contents() {
        Map<String, List<ServerCertificate>> all = new HashMap<>();
        hosts.forEach((host, entries) -> all.put(host, entries.certificates()));
        return all;
    }

    /** Before the listener opens: no session can be stale, and no host replaces what the application has put. */
    synchronized void restore(String host, List<ServerCertificate> certificates) {
        String name = ServedNames.canonical(host);
        if (!hosts.containsKey(name)) hosts.put(name, checked(name, certificates));
    }

    void forgetRetired() {
        aliases.forgetRetired();
    }

    private Entries checked(String host, List<ServerCertificate> certificates) {
        if (certificates.isEmpty()) throw new IllegalArgumentException("no certificate for " + host);
        if (certificates.stream().map(ServerCertificate::keyType).distinct().count() < certificates.size())
            throw new IllegalArgumentException("two certificates with the same kind of key for " + host);
        for (ServerCertificate certificate : certificates)
            if (!ServedNames.of(certificate.leaf()).covers(host))
                throw new IllegalArgumentException(certificate + " is not for " + host);
        return aliases.add(certificates.stream().map(shared::chain).toList());
    }

    private @Nullable Entries findPut(String name) {
        return exactOrWildcard(hosts, name);
    }

    private @Nullable Entries candidate(String name) {
        return exactOrWildcard(candidates, name);
    }

    private static @Nullable Entries exactOrWildcard(Map<String, Entries> all, String name) {
        Entries exact = all.get(name);
        if (exact != null) return exact;
        String wildcard = ServedNames.wildcardFor(name);
        return wildcard == null ? null : all.get(wildcard);
    }

    private void retire(@Nullable Entries entries) {
        if (entries != null) aliases.retire(entries);
    }

    private void changed() {
        version.incrementAndGet();
        endStaleSessions();
    }
}
