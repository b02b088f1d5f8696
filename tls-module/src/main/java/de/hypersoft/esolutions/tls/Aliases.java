package de.hypersoft.esolutions.tls;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A handshake chooses an alias first and asks for its key and its chain later. What was replaced in between stays known
 * for a minute, or the swap would break a handshake that has begun.
 */
final class Aliases {

    static final Duration KEPT = Duration.ofMinutes(1);

    private final Map<String, AliasedCertificate> known = new ConcurrentHashMap<>();
    private final Deque<Retired> retired = new ArrayDeque<>();
    private final long keptNanos;
    private long last;

    Aliases(Duration kept) {
        this.keptNanos = kept.toNanos();
    }

    @Nullable
    AliasedCertificate get(String alias) {
        return known.get(alias);
    }

    synchronized Entries add(List<ServerCertificate> certificates) {
        List<AliasedCertificate> entries = new ArrayList<>(certificates.size());
        for (ServerCertificate certificate : certificates) {
            AliasedCertificate entry =
                    new AliasedCertificate(Long.toString(++last, 36), certificate, Fingerprint.of(certificate.leaf()));
            known.put(entry.alias(), entry);
            entries.add(entry);
        }
        return new Entries(List.copyOf(entries));
    }

    synchronized void retire(Entries entries) {
        for (AliasedCertificate entry : entries.all()) retired.add(new Retired(entry.alias(), System.nanoTime()));
        forgetRetired();
    }

    synchronized void forgetRetired() {
        long now = System.nanoTime();
        while (!retired.isEmpty() && now - retired.peek().since() >= keptNanos)
            known.remove(retired.remove().alias());
    }

    private record Retired(String alias, long since) {}
}
