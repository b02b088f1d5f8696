package de.hypersoft.esolutions.it;

import static de.hypersoft.esolutions.it.ErrorAnswers.isClean;
import static de.hypersoft.esolutions.it.ErrorAnswers.isPage;
import static de.hypersoft.esolutions.it.ErrorAnswers.isProblem;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * When it is our fault: people get a sentence, programs a problem, and neither what is inside. The last tests of
 * {@link DatabaseAwayIT}, on its server: they break an order and stop it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ServerErrorsIT {

    static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    static final String CALLERS = "00-" + TRACE + "-00f067aa0ba902b7-01";

    static OwnPostgres database;
    static Server server;
    static TillProcess till;

    @BeforeAll
    static void a_restaurant_on_a_database_of_its_own() {
        database = OwnPostgres.started("database-away", 20);
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", String.valueOf(TestRun.smtpPort()));
        environment.put("LOG_FORMAT", "json");
        server = Server.started(
                "database-away",
                20,
                environment,
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"),
                "esolutions.shop.orders-per-minute=0",
                "org.wildfly.sigterm.suspend.timeout=30");
        till = Restaurant.running(server, "linde-mitte");
    }

    @AfterAll
    static void close() {
        if (till != null) till.close();
        if (server != null) server.close();
        if (database != null) database.close();
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void code_of_ours_that_throws_shows_nothing_of_itself() throws SQLException {
        till.stop();
        HttpResponse<String> placed = place();
        String order = Http.json(placed).getString("orderId");
        String status = URI.create(Http.json(placed).getString("trackingUrl")).getPath();
        run("update ordering.customer_order set document = '{\"broken' where id = '" + order + "'");

        HttpResponse<String> page = server.visitor().get(status, "Accept", "text/html");
        isPage(page, 500);
        assertThat(page.body()).contains("Der Fehler liegt bei uns");
        HttpResponse<String> problem = server.visitor().get("/api/v1" + status, "traceparent", CALLERS);
        isProblem(problem, 500, "internal-error");
        assertThat(Http.json(problem).getString("trace")).isEqualTo(TRACE);
        assertThat(problem.headers().firstValue("traceresponse"))
                .hasValueSatisfying(told -> assertThat(told).matches("00-" + TRACE + "-[0-9a-f]{16}-00"));
        try (Browser desk = Browser.desktopAt(server)) {
            Restaurant.signIn(desk.page());
            Response answer = desk.page().navigate("/portal/orders/" + order);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.headerValue("content-security-policy")).contains("frame-ancestors 'none'");
            assertThat(answer.headerValue("x-content-type-options")).isEqualTo("nosniff");
            assertThat(desk.accessibilityFindings()).isEmpty();
            isClean(desk.page().content());
        }
        JsonObject line = logged("incident=" + Http.json(problem).getString("incident"));
        assertThat(line.getString("level")).isEqualTo("ERROR");
        assertThat(line.getJsonObject("mdc").getString("trace")).isEqualTo(TRACE);
        assertThat(line.getJsonObject("mdc").getString("tenant")).matches("[0-9a-f-]{36}");
        assertThat(line.getJsonObject("mdc").keySet()).doesNotContain("context");
        assertThat(server.log().lines().filter(one -> one.startsWith("{") && one.contains(order)))
                .as("the portal's page names what it is about")
                .map(one ->
                        Json.createReader(new StringReader(one)).readObject().getJsonObject("mdc"))
                .anyMatch(mdc -> mdc.getString("order", "").equals(order) && mdc.containsKey("location"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void a_server_that_is_about_to_stop_says_so_and_ends_what_it_began() throws Exception {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table ordering.customer_order in exclusive mode");
            CompletableFuture<HttpResponse<String>> begun = CompletableFuture.supplyAsync(ServerErrorsIT::place);
            eventually(
                    "an order that waits for the table",
                    () -> database.rows("select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and query like '%insert into ordering.customer_order%'"),
                    rows -> !rows.isEmpty());
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop);

            HttpResponse<String> page = eventually(
                    "a refusal", () -> server.visitor().get("/linde-mitte"), answer -> answer.statusCode() == 503);
            isPage(page, 503);
            isProblem(server.visitor().get("/api/v1/locations"), 503, "busy");
            other.rollback();
            assertThat(begun.join().statusCode()).isEqualTo(201);
            stopped.join();
        }
    }

    /** What the log says of something, for programs. */
    private static JsonObject logged(String message) {
        return server.log()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> Json.createReader(new StringReader(line)).readObject())
                .filter(line -> line.getString("message").equals(message))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> place() {
        return Storefront.post(server.visitor(), Storefront.pizzaFor("Fehler"));
    }

    private static void run(String change) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isEqualTo(1);
        }
    }
}
