package de.hypersoft.esolutions.it;

import static de.hypersoft.esolutions.it.ErrorAnswers.isPage;
import static de.hypersoft.esolutions.it.ErrorAnswers.isProblem;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All connections to the database are at work: whoever comes then is told to come again. */
@Tag("long")
@OwnServers
class UsedUpPoolIT {

    private static final int FURTHER = 170;
    private static final int POOL = 4;

    private static OwnPostgres database;
    private static Server server;

    @BeforeAll
    static void few_connections_to_a_database_of_its_own() {
        database = OwnPostgres.started("used-up-pool", FURTHER);
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("DB_POOL", String.valueOf(POOL));
        server = Server.started(
                "used-up-pool",
                FURTHER,
                environment,
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"),
                "esolutions.shop.orders-per-minute=0");
        Restaurant.running(server, "linde-mitte").close(); // brings the menu
    }

    @AfterAll
    static void close() {
        if (server != null) server.close();
        if (database != null) database.close();
    }

    @Test
    void a_pool_that_is_used_up_is_said_and_passes() throws Exception {
        ExecutorService guests = Executors.newFixedThreadPool(3 * POOL);
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table ordering.order_number in access exclusive mode");
            List<CompletableFuture<HttpResponse<String>>> waiting = Stream.generate(
                            () -> CompletableFuture.supplyAsync(UsedUpPoolIT::place, guests))
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

    private static List<HttpResponse<String>> answered(List<CompletableFuture<HttpResponse<String>>> all) {
        return all.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .toList();
    }

    private static HttpResponse<String> place() {
        return Storefront.post(server.visitor(), Storefront.pizzaFor("Fehler"));
    }
}
