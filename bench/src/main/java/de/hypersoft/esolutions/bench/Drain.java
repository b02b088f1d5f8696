package de.hypersoft.esolutions.bench;

import de.hypersoft.esolutions.bench.program.Delay;
import de.hypersoft.esolutions.bench.restaurant.Mailbox;
import de.hypersoft.esolutions.bench.restaurant.Manager;
import de.hypersoft.esolutions.bench.restaurant.Placer;
import de.hypersoft.esolutions.bench.till.TillProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The quiet end of a run: nothing is killed or held back any more, and everything has to arrive somewhere. */
final class Drain {

    private static final Duration LONGEST = Duration.ofMinutes(8);
    private static final Duration MANAGER_HELPS_AFTER = Duration.ofSeconds(100);

    private final URI shop;
    private final Books bookings;
    private final Mailbox mailbox;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** What the till cores have booked by now. */
    interface Books {
        List<TillProgram.Booking> all() throws IOException;
    }

    Drain(URI shop, Books bookings, Mailbox mailbox) {
        this.shop = shop;
        this.bookings = bookings;
        this.mailbox = mailbox;
    }

    void all(Placer placer, Manager manager) throws IOException, InterruptedException {
        manager.sendAllOld();
        drain(placer, manager);
        quiet();
    }

    /** Waits until each order is somewhere; what still waits after a while, the manager works by hand, as he would. */
    private void drain(Placer placer, Manager manager) throws IOException, InterruptedException {
        Set<String> waiting = new HashSet<>(placer.answered());
        long begin = System.nanoTime();
        boolean helped = false;
        while (!waiting.isEmpty() && System.nanoTime() - begin < LONGEST.toNanos()) {
            bookings.all().forEach(booking -> waiting.remove(booking.orderId()));
            for (String order : List.copyOf(waiting)) {
                if (elsewhere(placer.tracking(order))) waiting.remove(order);
            }
            if (!helped && System.nanoTime() - begin > MANAGER_HELPS_AFTER.toNanos() && !waiting.isEmpty()) {
                Chaos.say("the manager ticks what still waits: %d", waiting.size());
                for (String order : List.copyOf(waiting)) manager.tick(order);
                helped = true;
            }
            Delay.millis(500);
        }
        Chaos.say("drained in %d s, %d still wait", (System.nanoTime() - begin) / 1_000_000_000, waiting.size());
    }

    /** Whether a till confirmed it, a manager ticked it, it was cancelled, or the server forgot it, which is counted later. */
    private boolean elsewhere(String tracking) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(shop.resolve("/api/v1/orders/" + tracking))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 404
                    || answer.body().contains("\"restaurantHasIt\":true")
                    || answer.body().contains("\"CANCELLED\"");
        } catch (IOException notNow) {
            return false;
        }
    }

    /** Until nothing is booked and no mail comes for a while. */
    private void quiet() throws IOException, InterruptedException {
        int before = -1;
        int still = 0;
        for (int second = 0; second < 180 && still < 12; second++) {
            int now = bookings.all().size() + mailbox.count();
            still = now == before ? still + 1 : 0;
            before = now;
            Delay.millis(1000);
        }
    }
}
