package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.certificates.serving.ActiveCertificates;
import de.hypersoft.esolutions.tls.Fingerprint;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the database would say to a node, in memory. */
@SuppressWarnings("NullAway") // what is never asked is not there
public final class Shelf extends ActiveCertificates {

    public final List<String> decisions = new ArrayList<>();
    public final List<String> opened = new ArrayList<>();
    public final Set<String> locked = new HashSet<>();
    public String troubled = "";
    public int pages;
    private final Map<String, Leaf> current = new HashMap<>();
    private final Map<String, Leaf> proving = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    @SuppressWarnings("NullAway")
    public Shelf() {
        super(null, null, null);
    }

    public static Leaf leaf(String host) {
        KeyPair keys = TestAuthority.ec(host);
        X509Certificate leaf = TestAuthority.leaf(keys, host)
                .at(Instant.parse("2026-11-22T10:00:00Z"))
                .sign(null)
                .certificate();
        return new Leaf(
                UUID.randomUUID(),
                Fingerprint.of(leaf),
                leaf.getSerialNumber().toString(16),
                leaf.getNotAfter().toInstant(),
                List.of(leaf),
                keys.getPrivate());
    }

    public Leaf activate(String host, Leaf leaf) {
        current.put(host, leaf);
        proving.remove(host);
        changed(host);
        return leaf;
    }

    public Leaf candidate(String host, Leaf leaf) {
        proving.put(host, leaf);
        changed(host);
        return leaf;
    }

    public void release(String host) {
        current.remove(host);
        proving.remove(host);
        changed(host);
    }

    public ProveCertificate proof() {
        return new ProveCertificate(null, null, null, null) {
            @Override
            public void proven(UUID id) {
                decisions.add("proven " + id);
                host(id).ifPresent(host -> activate(host, Objects.requireNonNull(proving.get(host))));
            }

            @Override
            public void failed(UUID id, String reason) {
                decisions.add("failed " + id + " " + reason);
                host(id).ifPresent(host -> {
                    proving.remove(host);
                    changed(host);
                });
            }
        };
    }

    @Override
    public long latest() {
        return changes.size();
    }

    @Override
    public List<Change> since(long seq, int limit) {
        return List.copyOf(changes.subList((int) seq, changes.size()));
    }

    @Override
    public Set<String> expected(String host) {
        if (host.equals(troubled)) throw new IllegalStateException("the database is away");
        Leaf leaf = current.get(host);
        return leaf == null ? Set.of() : Set.of(leaf.sha256());
    }

    @Override
    public Map<String, Set<String>> expected() {
        Map<String, Set<String>> all = new HashMap<>();
        proving.keySet().forEach(host -> all.put(host, Set.of()));
        current.forEach((host, leaf) -> all.put(host, Set.of(leaf.sha256())));
        return all;
    }

    @Override
    public Set<String> proving() {
        return Set.copyOf(proving.keySet());
    }

    @Override
    public Optional<Served> of(String host) {
        opened.add(host);
        @Nullable Leaf served = locked.contains(host) ? null : current.get(host);
        @Nullable Leaf candidate = proving.get(host);
        return served == null && candidate == null
                ? Optional.empty()
                : Optional.of(new Served(host, new UUID(0, 1), served, candidate));
    }

    @Override
    public List<Served> page(String after, int limit) {
        pages++;
        return current.entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(after) > 0)
                .sorted(Map.Entry.comparingByKey())
                .limit(limit)
                .map(entry -> new Served(entry.getKey(), new UUID(0, 1), entry.getValue(), null))
                .toList();
    }

    private Optional<String> host(UUID id) {
        return proving.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void changed(String host) {
        changes.add(new Change(changes.size() + 1L, host));
    }
}
