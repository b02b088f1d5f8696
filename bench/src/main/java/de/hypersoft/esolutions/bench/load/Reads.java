package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.beside.BesideWar;
import de.hypersoft.esolutions.bench.load.wire.Answer;
import de.hypersoft.esolutions.bench.load.wire.KeepAlive;
import de.hypersoft.esolutions.bench.load.wire.Known;
import de.hypersoft.esolutions.bench.load.wire.Marker;
import de.hypersoft.esolutions.bench.restaurant.Ground;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** W1 and W2: the menu, or a random article, as JSON or as a page, plain or compressed. */
final class Reads implements Operation {

    private static final String JSON = "/api/v1/locations/" + Ground.SLUG;

    private final String id;
    private final String what;
    private final URI server;
    private final List<byte[]> requests;
    private final Markers markers;
    private final Known known;

    /** What must be in the answer for a target. */
    private interface Markers {
        List<Marker> of(int target);
    }

    private Reads(String id, String what, URI server, List<byte[]> requests, Markers markers) {
        this.id = id;
        this.what = what;
        this.server = server;
        this.requests = requests;
        this.markers = markers;
        this.known = new Known(requests.size());
    }

    /** All eight, the menu's first. */
    static List<Reads> all(URI server) {
        List<Reads> all = new ArrayList<>();
        for (boolean page : new boolean[] {false, true})
            for (boolean gzip : new boolean[] {false, true}) all.add(menu(server, page, gzip));
        for (boolean page : new boolean[] {false, true})
            for (boolean gzip : new boolean[] {false, true}) all.add(article(server, page, gzip));
        return all;
    }

    /** Ours is the whole menu: a guest's browser gets all categories at once. */
    private static Reads menu(URI server, boolean page, boolean gzip) {
        List<Marker> last = markers(page, Dishes.ALL - Dishes.IN_CATEGORY + 1, Dishes.ALL);
        return new Reads(
                "W1-" + kind(page, gzip),
                "the whole menu, 500 articles, as " + words(page, gzip),
                server,
                List.of(request(server, page ? "/" + Ground.SLUG : JSON + "/menu", gzip)),
                target -> last);
    }

    private static Reads article(URI server, boolean page, boolean gzip) {
        List<List<Marker>> each = IntStream.rangeClosed(1, Dishes.ALL)
                .mapToObj(dish -> articleMarkers(page, dish))
                .toList();
        return new Reads(
                "W2-" + kind(page, gzip),
                "one random article of 500 as " + words(page, gzip),
                server,
                IntStream.rangeClosed(1, Dishes.ALL)
                        .mapToObj(dish -> request(
                                server, (page ? "/" + Ground.SLUG : JSON) + "/articles/" + Dishes.id(dish), gzip))
                        .toList(),
                each::get);
    }

    private static List<Marker> articleMarkers(boolean page, int dish) {
        List<Marker> all = new ArrayList<>(markers(page, dish, dish));
        for (int size = 1; size <= Dishes.sizes(dish); size++) all.add(new Marker(Dishes.option(size)));
        return all;
    }

    private static List<Marker> markers(boolean page, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(dish -> new Marker(page ? "Dish " + dish : "\"Dish " + dish + "\""))
                .toList();
    }

    private static String kind(boolean page, boolean gzip) {
        return (page ? "page" : "json") + (gzip ? "-gzip" : "");
    }

    private static String words(boolean page, boolean gzip) {
        return (page ? "a page" : "JSON") + (gzip ? ", compressed" : "");
    }

    private static byte[] request(URI server, String path, boolean gzip) {
        return KeepAlive.get(server, path, Map.of("Accept-Encoding", gzip ? "gzip" : "identity"));
    }

    /** Stores the answers as they are now, and asks a plain servlet of the same server for them. */
    Reads plain(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<byte[]> same = new ArrayList<>();
        try (KeepAlive line = new KeepAlive(server)) {
            for (int target = 0; target < requests.size(); target++) {
                Answer answer = line.send(requests.get(target));
                known.check(target, answer, markers.of(target));
                String key = id + "-" + target;
                Files.write(folder.resolve(key + ".body"), answer.body());
                Files.writeString(
                        folder.resolve(key + ".head"),
                        answer.header("Content-Type") + "\n" + answer.header("Content-Encoding") + "\n");
                same.add(request(server, BesideWar.PATH + "/bytes/" + key, id.endsWith("gzip")));
            }
        }
        return new Reads(
                id + "-plain", "a plain servlet in the same server sends the same bytes", server, same, markers);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public Call call(int client) {
        Random random = new Random(client);
        KeepAlive line = new KeepAlive(server);
        return new Call() {
            @Override
            public void make() throws IOException {
                int target = random.nextInt(requests.size());
                known.check(target, line.send(requests.get(target)), markers.of(target));
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }
}
