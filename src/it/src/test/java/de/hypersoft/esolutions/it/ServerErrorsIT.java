package de.hypersoft.esolutions.it;

import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** When it is our fault: people get a sentence, programs a problem, and neither what is inside. */
@OwnServers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerErrorsIT {

    private static final int FURTHER = 170;
    private static final int POOL = 4;

    private static OwnPostgres database;
    private static Server server;

    @BeforeAll
    static void few_connections_to_a_database_of_its_own() {
        database = OwnPostgres.started("server-errors", FURTHER);
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("DB_POOL", String.valueOf(POOL));
        server = Server.started(
                "server-errors",
                FURTHER,
                environment,
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"),
                "esolutions.shop.orders-per-minute=0",
                "org.wildfly.sigterm.suspend.timeout=30");
        Restaurant.running(server, "linde-mitte").close(); // brings the menu
    }

    @AfterAll
    static void close() {
        if (server != null) server.close();
        if (database != null) database.close();
    }

    @Test
    @Order(1)
    void code_of_ours_that_throws_shows_nothing_of_itself() throws SQLException {
        HttpResponse<String> placed = place();
        String order = Http.json(placed).getString("orderId");
        String status = URI.create(Http.json(placed).getString("trackingUrl")).getPath();
        run("update ordering.customer_order set document = '{\"broken' where id = '" + order + "'");

        HttpResponse<String> page = server.visitor().get(status, "Accept", "text/html");
        isPage(page, 500);
        assertThat(page.body()).contains("Der Fehler liegt bei uns");
        isProblem(server.visitor().get("/api/v1" + status), 500, "internal-error");
        try (Browser desk = Browser.desktopAt(server)) {
            Restaurant.signIn(desk.page());
            Response answer = desk.page().navigate("/portal/orders/" + order);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.headerValue("content-security-policy")).contains("frame-ancestors 'none'");
            assertThat(answer.headerValue("x-content-type-options")).isEqualTo("nosniff");
            assertThat(desk.accessibilityFindings()).isEmpty();
            isClean(desk.page().content());
        }
        assertThat(server.log()).containsPattern("ERROR .*incident=");
    }

    @Test
    @Order(2)
    @Tag("long")
    void a_pool_that_is_used_up_is_said_and_passes() throws Exception {
        ExecutorService guests = Executors.newFixedThreadPool(3 * POOL);
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table ordering.order_number in access exclusive mode");
            List<CompletableFuture<HttpResponse<String>>> waiting = Stream.generate(
                            () -> CompletableFuture.supplyAsync(ServerErrorsIT::place, guests))
                    .limit(3L * POOL)
                    .toList();

            HttpResponse<String> refused = eventually("an answer", () -> answered(waiting), all -> !all.isEmpty())
                    .get(0);
            isProblem(refused, 503, Http.json(refused).getString("code"));
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            HttpResponse<String> page = server.visitor().get("/orders/nobodys-order", "Accept", "text/html");
            isPage(page, 503);
            other.rollback();
            waiting.forEach(CompletableFuture::join);
        } finally {
            guests.shutdown();
        }

        eventually("orders again", () -> place().statusCode(), code -> code == 201);
    }

    @Test
    @Order(3)
    void a_server_that_is_about_to_stop_says_so_and_ends_what_it_began() throws Exception {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table ordering.order_number in access exclusive mode");
            CompletableFuture<HttpResponse<String>> begun = CompletableFuture.supplyAsync(ServerErrorsIT::place);
            eventually(
                    "an order that waits for the table",
                    () -> database.rows("select 1 from pg_locks where not granted"),
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

    private static List<HttpResponse<String>> answered(List<CompletableFuture<HttpResponse<String>>> all) {
        return all.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .toList();
    }

    private static HttpResponse<String> place() {
        return Storefront.post(server.visitor(), Storefront.pizzaFor("Fehler"));
    }

    private static void isPage(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).contains("<main", "<h1");
        isProtected(answer);
    }

    private static void isProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(Http.json(answer).getString("code")).isEqualTo(code);
        isProtected(answer);
    }

    private static void isProtected(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
        isClean(answer.body());
    }

    private static void isClean(String body) {
        assertThat(body).doesNotContain("Exception", "\tat ", "SQL", "jboss", "hibernate", "de.hypersoft");
    }

    private static void run(String change) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isEqualTo(1);
        }
    }
}
