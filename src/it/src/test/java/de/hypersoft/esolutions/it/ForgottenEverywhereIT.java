package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static de.hypersoft.esolutions.it.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import de.hypersoft.esolutions.it.GuestsOfAllKinds.Placed;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** T65 in the shipped system: guests order, their term ends, and no byte of theirs is left in anything it wrote. */
@OwnServers
@Tag("long")
class ForgottenEverywhereIT {

    private static final int FURTHER = 170;
    private static final int GUESTS = 10;

    private static final String ORDERS =
            "select order_number, placed_at, promised_at, order_type, total_minor, currency,"
                    + " status, payment_method, payment_state, document from ordering.customer_order order by order_number";
    private static final String RECEIPTS =
            "select order_id, state, booked, receipt_number, owner from pos.transfer order by" + " order_id";
    private static final String EVENTS =
            "select order_id, event_type, till_id, happened_at, receipt from pos.till_event order by order_id, event_type";

    private static final String SIGN_INS = "select actor_name from kernel.audit_entry where detail like 'address %'";

    private static Server server;
    private static TillProcess till;

    private final Marks marks = Marks.fresh();
    private final List<Marks.Words> all =
            IntStream.range(0, GUESTS).mapToObj(i -> marks.guest("0" + i)).toList();
    private final ByteSearch search = new ByteSearch(marks, all);
    private final GuestsOfAllKinds guests = new GuestsOfAllKinds(server(), marks);

    @BeforeAll
    static void a_restaurant() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", String.valueOf(TestRun.smtpPort()));
        environment.put("PUBLIC_URL", "http://{host}:" + (8080 + TestRun.offset() + FURTHER));
        environment.put("CLOSING_SPREAD_SECONDS", "0");
        server = Server.started(
                "forgotten-everywhere",
                FURTHER,
                environment,
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"),
                "esolutions.shop.orders-per-minute=0",
                "esolutions.orders.limited=true");
        till = Restaurant.paired(server, "linde-mitte");
    }

    @AfterAll
    static void close() {
        if (till != null) till.close();
        if (server != null) server.close();
    }

    private static Server server() {
        return server;
    }

    @Test
    void T65_a_year_later_no_byte_of_any_guest_is_left_and_what_the_tax_office_wants_is() {
        TestClock.call(server.visitor(), "{\"set\":\"" + noonTomorrow() + "\"}");
        guestsOrderAndPeopleActOnIt();
        server.stop();
        StoppedDatabase before = StoppedDatabase.of(server, "before");
        assertThatEverythingIsThere(before.dump());

        server.start();
        TestClock.advance(server, Duration.ofDays(10));
        linksShowLess();
        TestClock.advance(server, Duration.ofDays(30));
        linksAreOver();
        TestClock.advance(server, Duration.ofDays(65));
        guestsAreForgotten();
        TestClock.advance(server, Duration.ofDays(300));
        theRestIsSwept();
        assertThat(server.runs("compact-database.sh", server.data()))
                .as("while it runs")
                .isOne();
        server.stop();
        assertThat(server.runs("compact-database.sh", server.data())).isZero();

        StoppedDatabase after = StoppedDatabase.of(server, "after");
        assertThat(search.in(after.dump())).as("rows").isEmpty();
        assertThat(search.below(server.data())).as("files").isEmpty();
        assertThat(before.rows(SIGN_INS)).isNotEmpty();
        assertThat(after.rows(SIGN_INS
                        + " and happened_at < (select max(happened_at) from kernel.audit_entry) - interval '91' day"))
                .isEmpty();
        assertThat(after.rows(RECEIPTS)).isEqualTo(before.rows(RECEIPTS));
        assertThat(after.rows(EVENTS)).isEqualTo(before.rows(EVENTS));
        assertThat(taxes(after)).hasSize(guests.placed().size() + 1).isEqualTo(taxes(before));
    }

    private void guestsOrderAndPeopleActOnIt() {
        guests.byTheCheckout("00");
        Placed typed = guests.delivery("01");
        Placed cancelled = guests.pickup("02");
        Placed rejected = guests.pickup("03");
        guests.byClick("04", true);
        guests.byClick("05", false);
        guests.later("06");
        Placed asks = guests.delivery("07");
        Placed watched = guests.delivery("08");
        guests.half("09");
        guests.refused("01");
        TestClock.advance(server, Duration.ofMinutes(40));
        try (Browser desk = Browser.desktopAt(server)) {
            Page page = desk.page();
            Restaurant.signIn(page);
            String told = typed.guest().told();
            guests.act(page, typed, "manual-transfer");
            guests.act(page, typed, "receipt", "receiptNumber", "4711-" + typed.number(), "receiptReason", told);
            guests.act(page, typed, "status", "status", "COMPLETED", "reason", told);
            guests.act(
                    page, cancelled, "withdrawal", "reason", cancelled.guest().told());
            guests.act(page, rejected, "manual-transfer");
            guests.act(page, rejected, "rejection", "reason", rejected.guest().told());
            wish(asks);
            block(page, watched);
            handOut(page, watched);
            Restaurant.start(till, server);
            till.awaitLine("reported order=" + watched.id() + " .*type=SIGNED");
            till.stop();
            guests.act(page, watched, "void-request", "reason", watched.guest().told());
        }
        eventually(
                "all mails about what happened are sent",
                () -> MailServer.mailsWhere(
                        to -> to.equalsIgnoreCase(rejected.guest().mail())),
                mails -> mails.stream().anyMatch(mail -> mail.subject().startsWith("Abgelehnt")));
    }

    /** The guest asks for it on the page of the order, and nobody answers. */
    private void wish(Placed order) {
        try (Browser phone = Browser.phoneAt(server)) {
            phone.page().navigate("/orders/" + order.token());
            phone.page().locator("button[value=ERASURE]").click();
            assertThat(phone.page().locator("section[aria-labelledby=guest-data]"))
                    .containsText("Wunsch nach Löschung");
        }
    }

    private static void block(Page desk, Placed order) {
        post(
                desk,
                "/portal/guests/blocked",
                "order",
                order.id(),
                "reason",
                order.guest().told(),
                "everywhere",
                "on");
    }

    private static void handOut(Page desk, Placed order) {
        assertThat(post(desk, "/portal/guests/one", "guest", order.guest().mail()))
                .contains(order.guest().name());
        assertThat(post(desk, "/portal/guests/one/export", "order", order.id()))
                .contains(order.guest().street());
        desk.navigate("/portal/orders?q=" + order.guest().name().replace(" ", "+"));
    }

    private static String post(Page desk, String path, String... fields) {
        FormData form = FormData.create()
                .set("csrf", desk.locator("input[name=csrf]").first().inputValue());
        for (int i = 0; i < fields.length; i += 2) form.set(fields[i], fields[i + 1]);
        var answer = desk.request()
                .post(server.base() + path, RequestOptions.create().setForm(form));
        assertThat(answer.ok()).as(path + " " + answer.status()).isTrue();
        return answer.text();
    }

    /** Else a search that finds nothing would say nothing. */
    private void assertThatEverythingIsThere(String dump) {
        List<String> found = search.in(dump);
        assertThat(found).anyMatch(one -> one.startsWith("text of " + marks.letters()));
        assertThat(found).anyMatch(one -> one.startsWith("turned of "));
        assertThat(found).anyMatch(one -> one.startsWith("phone of"));
        assertThat(found).anyMatch(one -> one.startsWith("hash"));
        for (int i = 0; i < GUESTS; i++)
            assertThat(search.of(all.get(i)).in(dump)).as("guest " + i).isNotEmpty();
    }

    private void linksShowLess() {
        for (Placed order : guests.placed()) {
            HttpResponse<String> page = server.visitor().get("/orders/" + order.token());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains(order.number());
            assertThat(search.in(page.body())).isEmpty();
            HttpResponse<String> program = server.visitor().get("/api/v1/orders/" + order.token());
            assertThat(program.statusCode()).isEqualTo(200);
            assertThat(search.in(program.body())).isEmpty();
        }
    }

    private void linksAreOver() {
        Placed order = guests.placed().get(0);
        HttpResponse<String> page = server.visitor().get("/orders/" + order.token(), "Accept-Language", "de");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Dieser Link gilt nicht mehr");
        HttpResponse<String> program = server.visitor().get("/api/v1/orders/" + order.token());
        assertThat(program.statusCode()).isEqualTo(404);
        assertThat(Http.json(program).getString("code")).isEqualTo("link-ended");
    }

    private void guestsAreForgotten() {
        try (Browser desk = Browser.desktopAt(server)) {
            Restaurant.signIn(desk.page());
            for (Placed order : guests.placed())
                within(
                        Duration.ofSeconds(60),
                        order.guest().name(),
                        () -> text(desk.page(), "/portal/orders/" + order.id()),
                        sheet -> sheet.contains("wurden nach Ablauf der Frist"));
            assertThat(text(desk.page(), "/portal/guests")).contains("Bestellungen");
            assertPrivacySays("90", "30");
            post(desk.page(), "/portal/guests/terms", "dataDays", "45", "linkDays", "14");
            assertPrivacySays("45", "14");
        }
    }

    private static void assertPrivacySays(String dataDays, String linkDays) {
        assertThat(server.visitor()
                        .get("/linde-mitte/privacy", "Accept-Language", "de")
                        .body())
                .contains("löschen wir " + dataDays + " Tage nach", "endet nach " + linkDays + " Tagen");
        assertThat(server.visitor()
                        .get("/linde-mitte/privacy", "Accept-Language", "en")
                        .body())
                .contains(dataDays + " days after", "ends after " + linkDays + " days");
    }

    /** What is swept each hour: seen by the addresses of sign-ins, of which only the newest is young enough. */
    private void theRestIsSwept() {
        try (Browser desk = Browser.desktopAt(server)) {
            Restaurant.signIn(desk.page());
            within(
                    Duration.ofSeconds(60),
                    "one address",
                    () -> text(desk.page(), "/portal/audit?q=signed-in"),
                    page -> page.split("127.0.0.1", -1).length == 2);
            assertThat(text(desk.page(), "/portal/mails")).doesNotContain("2026-0000");
        }
    }

    private static String text(Page desk, String path) {
        desk.navigate(path);
        return desk.locator("#main").textContent();
    }

    /** Each order without what its guest wrote: numbers, times, lines, amounts, taxes. */
    private static List<String> taxes(StoppedDatabase database) {
        return database.rows(ORDERS).stream()
                .map(row -> {
                    int document = row.indexOf("|{") + 1;
                    return row.substring(0, document) + withoutGuest(row.substring(document));
                })
                .toList();
    }

    private static String withoutGuest(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            JsonObjectBuilder without = Json.createObjectBuilder(reader.readObject());
            List.of("guest", "deliveryAddress", "billingAddress", "note").forEach(without::remove);
            return without.build().toString().replaceAll("\"note\":\"(\\\\.|[^\"])*\"", "");
        }
    }

    private static Instant noonTomorrow() {
        return Instant.now().truncatedTo(ChronoUnit.DAYS).plus(35, ChronoUnit.HOURS);
    }
}
