package de.hypersoft.esolutions.bench;

import de.hypersoft.esolutions.bench.program.Heap;
import de.hypersoft.esolutions.bench.program.Proc;
import de.hypersoft.esolutions.bench.program.ServerProgram;
import de.hypersoft.esolutions.bench.restaurant.Manager;
import de.hypersoft.esolutions.bench.till.Measurements;
import de.hypersoft.esolutions.bench.till.TillFleet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What a catalogue of this size costs: loading, publishing, the pages that show it, and memory. */
final class MeasureCatalog {

    private static final int ROUNDS = 20;

    private final ServerProgram server;
    private final Path folder;
    private final TillFleet tills;
    private final Manager manager;
    private final BiConsumer<String, String> row;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    /** @param tills the first two of them at locations without a menu; {@code row} takes what was measured, and how much */
    MeasureCatalog(
            ServerProgram server, Path folder, TillFleet tills, Manager manager, BiConsumer<String, String> row) {
        this.server = server;
        this.folder = folder;
        this.tills = tills;
        this.manager = manager;
        this.row = row;
    }

    void measure(int dishes) throws IOException, InterruptedException {
        tills.load(server.address(), 0, LargeMenu.json(300, "v1", "1.00"));
        get("/bench-0");
        manager.signIn();
        String of = "%,d dishes, %,d groups: ".formatted(dishes, dishes);
        long before = Heap.usedKilobytes(server.pid(), folder);

        String json = LargeMenu.json(dishes, "v1", "1.00");
        row(
                of + "first load, published",
                "%.1f MB in %s",
                json.length() / 1e6,
                taken(() -> tills.load(server.address(), 1, json)));
        row(of + "first page after it", "%s", taken(() -> get("/bench-1")));
        String second = LargeMenu.json(dishes, "v2", "2.00");
        row(of + "full load, staged", "%s", taken(() -> tills.load(server.address(), 1, second)));
        String change =
                "{\"version\":\"v3\",\"baseVersion\":\"v2\",\"currency\":\"EUR\",\"removed\":{\"articles\":[\"a1\"]}}";
        row(of + "increment of one dish", "%s", taken(() -> tills.change(server.address(), 1, change)));
        row(of + "sync page of the portal", "%s", pages(() -> manager.page("/portal/sync")));
        UUID location = tills.location(1);
        row(of + "publish", "%s", taken(() -> manager.publish(location)));
        row(of + "first page after it", "%s", taken(() -> get("/bench-1")));
        row(of + "menu page", "%s", pages(() -> get("/bench-1?category=c7")));
        row(of + "search", "%s", pages(() -> get("/bench-1?q=burger+scharf")));
        row(of + "page of a dish", "%s", pages(() -> get("/bench-1/articles/a77")));
        row(of + "allergens", "%s", pages(() -> get("/bench-1/allergens")));
        row(of + "menu by the API", "%s", pages(() -> get("/api/v1/locations/bench-1/menu")));
        row("menu page of 300 dishes beside it", "%s", pages(() -> get("/bench-0")));
        row(
                of + "memory",
                "heap %d -> %d MB, most ever resident %d MB",
                before / 1024,
                Heap.usedKilobytes(server.pid(), folder) / 1024,
                Proc.mostMegabytes(server.pid()));
    }

    private interface Call {
        int bytes() throws IOException, InterruptedException;
    }

    private static String taken(Call call) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        call.bytes();
        return "%.2f s".formatted((System.nanoTime() - begin) / 1e9);
    }

    private String pages(Call call) throws IOException, InterruptedException {
        call.bytes();
        List<Double> millis = new ArrayList<>();
        long cpu = Proc.cpuMillis(server.pid());
        int bytes = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            bytes = call.bytes();
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        Measurements figures = new Measurements(millis);
        return "p50 %.0f ms, max %.0f ms, CPU %.0f ms, %,d kB"
                .formatted(
                        figures.percentile(50),
                        figures.percentile(100),
                        (double) (Proc.cpuMillis(server.pid()) - cpu) / ROUNDS,
                        bytes / 1024);
    }

    private int get(String path) throws IOException, InterruptedException {
        URI address = server.address().resolve(path);
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(120)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) throw new IOException(path + ": " + answer.statusCode());
        return answer.body().length;
    }

    private void row(String what, String words, Object... values) {
        row.accept(what, String.format(Locale.ROOT, words, values));
    }
}
