package de.hypersoft.esolutions.bench;

import de.hypersoft.esolutions.bench.program.Delay;
import de.hypersoft.esolutions.certificates.CertificateRows;
import de.hypersoft.esolutions.tls.Fingerprint;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Guests who come and go, and guests who stay, while the certificates of their shops are replaced. */
final class Swaps {

    private static final int COMERS = 2;
    private static final int STAYERS = 4;
    private static final long SERVED_WITHIN = Duration.ofSeconds(30).toNanos();

    private final int port;
    private final int hosts;
    private final IntFunction<String> host;
    private final Map<String, Set<String>> mayBeShown = new ConcurrentHashMap<>();
    private final Map<String, String> newest = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong handshakes = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final List<Thread> guests = new ArrayList<>();
    private volatile boolean over;
    private int round;

    Swaps(int port, int hosts, IntFunction<String> host) {
        this.port = port;
        this.hosts = hosts;
        this.host = host;
    }

    void begin() {
        for (int i = 0; i < COMERS; i++) guests.add(new Thread(this::comeAndGo));
        for (int i = 0; i < STAYERS; i++) guests.add(new Thread(this::stay));
        guests.forEach(Thread::start);
    }

    /** @return seconds until the last host showed its new certificate */
    double round(CertificateRows rows, Issuer issuer) throws SQLException, IOException, InterruptedException {
        round++;
        for (int i = 0; i < hosts; i++) {
            Issuer.Issued issued = issuer.issue((i + round) % 2 == 1, host.apply(i));
            String fingerprint = Fingerprint.of(issued.chain().get(0));
            allowed(host.apply(i)).add(fingerprint);
            newest.put(host.apply(i), fingerprint);
            rows.active(new UUID(0, 1), host.apply(i), issued.key(), issued.chain());
        }
        long begun = System.nanoTime();
        for (int i = 0; i < hosts; i++) awaitNewest(host.apply(i), begun);
        // From here on an older one is a fault.
        newest.forEach((name, fingerprint) -> allowed(name).retainAll(Set.of(fingerprint)));
        return (System.nanoTime() - begun) / 1e9;
    }

    void end() throws InterruptedException {
        over = true;
        for (Thread guest : guests) guest.join();
    }

    long handshakes() {
        return handshakes.get();
    }

    long requests() {
        return requests.get();
    }

    long failed() {
        return failures.size();
    }

    List<String> failures() {
        return failures.stream().limit(10).toList();
    }

    private Set<String> allowed(String name) {
        return mayBeShown.computeIfAbsent(name, h -> ConcurrentHashMap.newKeySet());
    }

    private void awaitNewest(String name, long begun) throws IOException, InterruptedException {
        while (true) {
            try (Browsing guest = Browsing.to(port, name, "TLSv1.3")) {
                if (guest.shown().equals(newest.get(name))) return;
            }
            if (System.nanoTime() - begun > SERVED_WITHIN) throw new IOException(name + " still shows the old one");
            Delay.millis(50);
        }
    }

    private void comeAndGo() {
        Random random = new Random(Thread.currentThread().getId());
        while (!over) {
            String name = host.apply(random.nextInt(hosts));
            Set<String> before = Set.copyOf(allowed(name));
            try (Browsing guest = Browsing.to(port, name, random.nextBoolean() ? "TLSv1.2" : "TLSv1.3")) {
                String shown = guest.shown();
                handshakes.incrementAndGet();
                boolean allowed =
                        round < 2 || before.contains(shown) || allowed(name).contains(shown);
                if (!allowed) failures.add(name + " showed " + shown);
                guest.head();
            } catch (IOException e) {
                failures.add(name + ": " + e);
            }
        }
    }

    private void stay() {
        Random random = new Random(Thread.currentThread().getId());
        while (!over) {
            String name = host.apply(random.nextInt(hosts));
            try (Browsing guest = Browsing.to(port, name, "TLSv1.3")) {
                for (int i = 0; i < 500 && !over; i++) {
                    guest.head();
                    requests.incrementAndGet();
                    Delay.millis(20);
                }
            } catch (IOException e) {
                failures.add(name + " on a kept connection: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
