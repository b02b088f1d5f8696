package de.hypersoft.esolutions.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * So many at once, so many of them for one client, the others wait in the order they came. A client that has its share
 * waits behind itself and nobody else.
 */
final class FairQueue {

    private final int atOnce;
    private final int mostWaiting;
    private final Map<Client, Integer> running = new HashMap<>();
    private final Map<Client, Integer> waiting = new HashMap<>();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int all;

    FairQueue(int atOnce, int mostWaiting) {
        this.atOnce = atOnce;
        this.mostWaiting = mostWaiting;
    }

    private record Waiting(Client client, int share, Runnable go) {}

    /**
     * @param share so many at once for this client
     * @param go called now or later, by whoever makes room
     * @return false when too many wait already: {@code go} is never called
     */
    boolean enter(Client client, int share, Runnable go) {
        synchronized (this) {
            if (!fits(client, share)) {
                boolean crowded = queue.size() >= mostWaiting
                        || waiting.getOrDefault(client, 0) >= Math.max(share, mostWaiting / 4);
                if (crowded) return false;
                queue.add(new Waiting(client, share, go));
                waiting.merge(client, 1, Integer::sum);
                return true;
            }
            count(client);
        }
        go.run();
        return true;
    }

    void leave(Client client) {
        Runnable next = null;
        synchronized (this) {
            all--;
            running.computeIfPresent(client, (its, n) -> n == 1 ? null : n - 1);
            for (Iterator<Waiting> each = queue.iterator(); each.hasNext() && next == null && all < atOnce; ) {
                Waiting first = each.next();
                if (!fits(first.client(), first.share())) continue;
                each.remove();
                waiting.computeIfPresent(first.client(), (its, n) -> n == 1 ? null : n - 1);
                count(first.client());
                next = first.go();
            }
        }
        if (next != null) next.run();
    }

    synchronized int running() {
        return all;
    }

    synchronized int waiting() {
        return queue.size();
    }

    private boolean fits(Client client, int share) {
        return all < atOnce && running.getOrDefault(client, 0) < share;
    }

    private void count(Client client) {
        all++;
        running.merge(client, 1, Integer::sum);
    }
}
