package de.hypersoft.esolutions.certificates.serving;

import de.hypersoft.esolutions.certificates.ProveCertificate;
import de.hypersoft.esolutions.certificates.keys.KeyFile;
import de.hypersoft.esolutions.certificates.serving.ActiveCertificates.Leaf;
import de.hypersoft.esolutions.certificates.serving.ActiveCertificates.Served;
import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.tls.CertificateDirectory;
import de.hypersoft.esolutions.tls.ServerCertificate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what this node's listener serves equal to what the database says: change by change, and now and then all of it.
 * A candidate is shown to our own handshake only, until that has seen it. Holds no transaction while it shakes hands.
 */
@ApplicationScoped
public class ServeCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCertificates.class);
    private static final int AT_ONCE = 500;
    private static final long RECONCILE_NANOS = Duration.ofMinutes(10).toNanos();
    private static final long LOOK_AT_KEYS_NANOS = Duration.ofSeconds(10).toNanos();
    /** The node on which it was activated proves it; another one only when that seems to have died. */
    private static final long OTHERS_WAIT_NANOS = Duration.ofSeconds(10).toNanos();

    private final ActiveCertificates active;
    private final ProveCertificate prove;
    private final OwnHandshake handshake;
    private final KeyFile keyFile;
    private final CertificateDirectory directory;
    private final Set<String> changedHere = ConcurrentHashMap.newKeySet();
    private final Set<String> again = new LinkedHashSet<>();
    private final Map<UUID, Long> firstSeen = new HashMap<>();
    private final Map<String, Leaf> candidates = new HashMap<>();
    private KeyFile.State keys = KeyFile.State.WHOLE;
    private long keysSeenAt = System.nanoTime() - LOOK_AT_KEYS_NANOS;
    private long followed;
    private long reconciledAt;
    private volatile boolean complete;

    @Inject
    public ServeCertificates(
            ActiveCertificates active, ProveCertificate prove, OwnHandshake handshake, KeyFile keyFile) {
        this(active, prove, handshake, keyFile, CertificateDirectory.ofServer());
    }

    ServeCertificates(
            ActiveCertificates active,
            ProveCertificate prove,
            OwnHandshake handshake,
            KeyFile keyFile,
            CertificateDirectory directory) {
        this.active = active;
        this.prove = prove;
        this.handshake = handshake;
        this.keyFile = keyFile;
        this.directory = directory;
    }

    /** Whether everything that was in the database at the start is served: not before, requests should come here. */
    public boolean isComplete() {
        return complete;
    }

    /** A candidate of this host is this node's to prove, at the next {@link #follow()}. */
    public void changedHere(String host) {
        changedHere.add(host);
    }

    /** Does what is new since the last time. Called every two seconds, and after each commit on this node. */
    public synchronized void follow() {
        boolean otherKeys = lookAtKeys();
        if (otherKeys || !complete || System.nanoTime() - reconciledAt >= RECONCILE_NANOS) reconcile();
        List<ActiveCertificates.Change> changes = active.since(followed, AT_ONCE);
        Set<String> hosts = new LinkedHashSet<>(again);
        again.clear();
        for (ActiveCertificates.Change change : changes) {
            hosts.add(change.host());
            followed = change.seq();
        }
        hosts.forEach(this::serve);
        proveCandidates();
    }

    /** Whether keys may open now that did not before. While some do not, the file is looked at each time. */
    private boolean lookAtKeys() {
        if (keys.isWhole() && System.nanoTime() - keysSeenAt < LOOK_AT_KEYS_NANOS) return false;
        KeyFile.State before = keys;
        this.keys = keyFile.look();
        this.keysSeenAt = System.nanoTime();
        return !keys.equals(before);
    }

    private void reconcile() {
        long upTo = active.latest();
        Map<String, Set<String>> expected = active.expected();
        Map<String, Set<String>> served = directory.fingerprints();
        served.keySet().stream().filter(host -> !expected.containsKey(host)).forEach(directory::remove);
        Set<String> different = new LinkedHashSet<>();
        expected.forEach((host, leaves) -> {
            if (leaves.isEmpty() || !leaves.equals(served.get(host))) different.add(host);
        });
        different.addAll(active.proving()); // whoever activated it may have died before the proof
        if (different.size() > AT_ONCE) servePages();
        else different.forEach(this::serve);
        followed = Math.max(followed, upTo);
        reconciledAt = System.nanoTime();
        complete = true;
    }

    /** A node without a snapshot asks for all of them, and not for one after the other. */
    private void servePages() {
        String after = "";
        for (List<Served> page = active.page(after, AT_ONCE); !page.isEmpty(); page = active.page(after, AT_ONCE)) {
            page.forEach(found -> guarded(found.host(), () -> take(found)));
            after = page.get(page.size() - 1).host();
        }
    }

    private void serve(String host) {
        guarded(host, () -> {
            if (active.expected(host).isEmpty()) directory.remove(host);
            candidates.remove(host);
            active.of(host).ifPresent(this::take);
        });
    }

    private void take(Served found) {
        Leaf current = found.current();
        if (current != null && !directory.fingerprints(found.host()).equals(Set.of(current.sha256())))
            directory.put(found.host(), List.of(certificate(current)));
        if (found.candidate() != null) candidates.put(found.host(), found.candidate());
    }

    /** One host's trouble keeps no other host waiting. */
    private void guarded(String host, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("{} is not served as it should be, tried again: {}", host, LoggableCause.of(e));
            again.add(host);
        }
    }

    private void proveCandidates() {
        Map<String, Leaf> waiting = new HashMap<>(candidates);
        firstSeen.keySet().retainAll(waiting.values().stream().map(Leaf::id).toList());
        waiting.forEach((host, candidate) -> {
            long seen = firstSeen.computeIfAbsent(candidate.id(), id -> System.nanoTime());
            if (changedHere.remove(host) || System.nanoTime() - seen >= OTHERS_WAIT_NANOS) decide(host, candidate);
        });
    }

    private void decide(String host, Leaf candidate) {
        try {
            String reason = objection(host, candidate);
            if (reason.isEmpty()) prove.proven(candidate.id());
            else prove.failed(candidate.id(), reason);
            serve(host);
        } catch (RuntimeException e) {
            LOG.warn("the new certificate of {} is not decided on, tried again: {}", host, LoggableCause.of(e));
        }
    }

    /** Empty when our own listener shows it under its host. */
    private String objection(String host, Leaf candidate) {
        try {
            directory.putCandidate(host, List.of(certificate(candidate)));
            String shown = handshake.shown(host, directory.candidateProtocol());
            return shown.equals(candidate.sha256()) ? "" : "handshake-other-certificate";
        } catch (SocketTimeoutException e) {
            LOG.warn("our own listener did not answer for {}: {}", host, e.toString());
            return "handshake-timeout";
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("our own listener refused {}: {}", host, e.toString());
            return "handshake-refused";
        } finally {
            directory.removeCandidate(host);
        }
    }

    private static ServerCertificate certificate(Leaf leaf) {
        return new ServerCertificate(leaf.key(), leaf.chain());
    }
}
