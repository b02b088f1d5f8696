package de.hypersoft.esolutions.bench.till;

import de.hypersoft.esolutions.bench.program.Delay;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A bad line between a program and the server: drops answers, and holds back requests and answers for longer than a
 * lease, so that they arrive when nobody expects them any more. Which ones is a matter of the seed.
 */
public final class BadLine implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final ServerSocket door;
    private final List<Integer> targets;
    private final Random random;
    private final long leaseMillis;
    private final double trouble;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger();
    private volatile boolean bad = true;

    /**
     * @param targets the ports of the nodes: each connection goes to one of them by chance, to the next when that one is away
     * @param trouble the share of requests and answers that something happens to
     */
    public BadLine(List<Integer> targets, long seed, long leaseMillis, double trouble) throws IOException {
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        this.targets = List.copyOf(targets);
        this.random = new Random(seed);
        this.leaseMillis = leaseMillis;
        this.trouble = trouble;
        daemon(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on everything passes. */
    public void mend() {
        bad = false;
    }

    public int dropped() {
        return dropped.get();
    }

    public int held() {
        return held.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) socket.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Socket far = connect(near);
                if (far == null) continue;
                open.add(near);
                open.add(far);
                daemon(() -> pump(near, far, false));
                daemon(() -> pump(far, near, true));
            } catch (IOException closed) {
                if (!door.isClosed()) throw new IllegalStateException("the line broke for good", closed);
            }
        }
    }

    private @Nullable Socket connect(Socket near) throws IOException {
        int first;
        synchronized (random) {
            first = random.nextInt(targets.size());
        }
        for (int i = 0; i < targets.size(); i++) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), targets.get((first + i) % targets.size()));
            } catch (IOException nodeAway) {
                // as a load balancer does: the next one
            }
        }
        near.close();
        return null;
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!passes(answers)) return;
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException gone) {
            // the other end went away; that is what this line is for
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private boolean passes(boolean answer) throws InterruptedException {
        double dice;
        double length;
        synchronized (random) {
            dice = random.nextDouble();
            length = random.nextDouble();
        }
        if (!bad || dice >= trouble) return true;
        if (answer && dice < trouble / 2) {
            dropped.incrementAndGet();
            return false;
        }
        held.incrementAndGet();
        Delay.millis((long) (leaseMillis * (1.1 + 2 * length)));
        return true;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }
}
