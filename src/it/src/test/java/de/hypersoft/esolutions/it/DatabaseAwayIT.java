package de.hypersoft.esolutions.it;

import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database is stopped and started again under the running server; everybody goes on by themselves. */
@OwnServers
class DatabaseAwayIT extends ServerErrorsIT {

    @BeforeEach
    void the_database_is_there_again() {
        database.start();
        eventually("ready", () -> server.management().get("/health/ready").statusCode(), code -> code == 200);
    }

    @Test
    void guests_managers_and_tills_get_a_sentence_and_everything_goes_on_by_itself_afterwards() {
        String first = ordered(UUID.randomUUID().toString(), "Vorher");
        till.awaitLine("booked order=" + first);
        assertThat(till.log()).containsPattern("received order=" + first + " .* trace=" + TRACE);
        String key = UUID.randomUUID().toString();

        try (Browser guest = Browser.phoneAt(server);
                Browser desk = Browser.desktopAt(server)) {
            fillCart(guest.page());
            Restaurant.signIn(desk.page());

            database.stop();

            guestReadsASentence(guest.page(), "/linde-mitte/cart");
            managerReadsASentence(desk.page());
            HttpResponse<String> refused = place(key, "Nachher");
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            isProblem(refused);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(server.management().get("/health/ready").statusCode()).isEqualTo(503);
            eventually(
                    "figures that are unknown",
                    () -> server.management().get("/metrics").body(),
                    text -> text.contains("\nesolutions_database_up 0.0")
                            && text.contains("\nesolutions_orders_waiting NaN"));
            till.awaitLine("claim failed: 503 database-away");
            tillWorksOnItsJournal(first);

            database.start();

            eventually("ready", () -> server.management().get("/health/ready").statusCode(), code -> code == 200);
            Response cart = guest.page().navigate("/linde-mitte/cart");
            assertThat(cart.status()).isEqualTo(200);
            assertThat(guest.page().locator("main").textContent()).contains("Margherita");
            assertThat(desk.page().navigate("/portal/orders").status()).isEqualTo(200);
        }
        sentAgainIsStoredOnce(key);
        eventually(
                "what the till told its journal meanwhile",
                () -> database.rows("select status from ordering.customer_order where id = '" + first + "'"),
                rows -> rows.equals(List.of(List.of("PREPARING"))));
        timersGoOn();
        assertThat(till.log()).doesNotContain("fault in");
        assertThat(server.log()).doesNotContain("internal-error", "incident=");
        assertThat(server.log().split("\\\\tat ", -1))
                .as("lines of stack traces in the log")
                .hasSizeLessThan(300);
    }

    @Test
    void whoever_orders_in_the_very_moment_gets_an_answer_and_the_same_key_gives_one_order() {
        try (Crowd crowd = new Crowd(server, 4)) {
            crowd.awaitAnswers(20);
            database.stop();
            crowd.awaitRefusals(8);
            database.start();
            crowd.awaitAnswers(20);
            crowd.goHome();

            assertThat(crowd.statuses()).containsOnlyKeys(201, 503);
            assertThat(crowd.ordersAfterAskingAgain()).hasSameSizeAs(crowd.keys());
            assertThat(crowd.changedOrders()).isEmpty();
            assertThat(database.rows("select count(*) from ordering.customer_order where guest_name = 'Andrang'"))
                    .isEqualTo(List.of(List.of((long) crowd.keys().size())));
            crowd.orders().forEach(order -> till.awaitLine("booked order=" + order));
        }
    }

    private static void fillCart(Page page) {
        page.navigate("/linde-mitte/articles/101");
        page.locator("fieldset[data-forced=true] input[type=radio]").first().check();
        page.locator("button.article-add").click();
        page.waitForURL(Pattern.compile(".*/linde-mitte\\?.*"));
        page.navigate("/linde-mitte/cart");
        assertThat(page.locator("main").textContent()).contains("Margherita");
    }

    private static void guestReadsASentence(Page page, String path) {
        Response answer = page.navigate(path);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(page.locator("main").textContent())
                .contains("Ihr Warenkorb ist noch da")
                .contains("versuchen Sie es in einer Minute noch einmal");
        isClean(page.content());
    }

    private static void managerReadsASentence(Page page) {
        Response answer = page.navigate("/portal/orders");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(page.locator("body").textContent()).contains("Die Datenbank antwortet gerade nicht");
        isClean(page.content());
    }

    private static void isProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(Http.json(answer).getString("code")).isEqualTo("database-away");
        isClean(answer.body());
    }

    private static void isClean(String body) {
        assertThat(body).doesNotContain("Exception", "\tat ", "SQL", "jboss", "hibernate");
    }

    /** A person at the till says that the order is being prepared; the portal cannot hear it, the journal keeps it (T58). */
    private static void tillWorksOnItsJournal(String order) {
        String folder = till.folder().resolve("till").toString();
        try (TillProcess hand =
                TillProcess.started("database-away-hand", "event", order, "preparing", "--data", folder)) {
            hand.awaitEnd();
            eventually(
                    "the event in the journal",
                    () -> {
                        hand.runs("journal", "--data", folder);
                        hand.awaitEnd();
                        return hand.log();
                    },
                    log -> Pattern.compile("order=" + order + " state=BOOKED .*PREPARING events waiting")
                            .matcher(log)
                            .find());
        }
    }

    private static void sentAgainIsStoredOnce(String key) {
        String order = ordered(key, "Nachher");
        assertThat(ordered(key, "Nachher")).isEqualTo(order);
        till.awaitLine("booked order=" + order);
        assertThat(database.rows("select count(*) from ordering.customer_order where guest_name = 'Nachher'"))
                .isEqualTo(List.of(List.of(1L)));
        eventually(
                "the confirmation",
                () -> MailServer.mailsTo("nachher@gast.example").stream()
                        .filter(mail -> mail.subject().startsWith("Ihre Bestellung"))
                        .count(),
                count -> count == 1);
    }

    private static void timersGoOn() {
        till.stop();
        ordered(UUID.randomUUID().toString(), "Niemandes");
        TestClock.advance(server, Duration.ofMinutes(5));
        eventually(
                "the mail after five minutes",
                () -> MailServer.mailsTo("mitte@linde.example").stream()
                        .filter(mail -> mail.text().contains("Niemandes"))
                        .count(),
                count -> count == 1);
        Restaurant.start(till, server);
    }

    private static String ordered(String key, String guest) {
        HttpResponse<String> answer = place(key, guest);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Http.json(answer).getString("orderId");
    }

    private static HttpResponse<String> place(String key, String guest) {
        return server.visitor()
                .postJson("/api/v1/orders", Storefront.pizzaFor(guest), "Idempotency-Key", key, "traceparent", CALLERS);
    }
}
