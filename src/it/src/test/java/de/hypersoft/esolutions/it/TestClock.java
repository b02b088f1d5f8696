package de.hypersoft.esolutions.it;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Moves the clock of a server that was started with the test clock. It only ever goes forward: classes share it. */
public final class TestClock {

    private static final String PATH = "/portal/api/test/clock";

    private TestClock() {}

    public static void advance(Duration by) {
        move(Http.visitor(), "{\"advance\":\"" + by + "\"}");
    }

    public static void advance(Server server, Duration by) {
        move(server.visitor(), "{\"advance\":\"" + by + "\"}");
    }

    /** What the clock of the shared server says. */
    public static Instant now() {
        String said = call(Http.visitor(), "{\"advance\":\"PT0S\"}").body();
        return Instant.parse(said.replaceFirst(".*\"now\"\\s*:\\s*\"([^\"]+)\".*", "$1"));
    }

    public static void set(Instant to) {
        move(Http.visitor(), "{\"set\":\"" + to + "\"}");
    }

    /** The bare call on any server, to show what it answers. */
    public static HttpResponse<String> call(Http server, String json) {
        return server.postJson(PATH, json);
    }

    private static void move(Http server, String json) {
        HttpResponse<String> answer = call(server, json);
        if (answer.statusCode() / 100 != 2)
            throw new AssertionError("The clock did not move: " + answer.statusCode() + " " + answer.body());
    }
}
