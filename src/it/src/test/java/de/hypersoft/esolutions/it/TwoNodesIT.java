package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static de.hypersoft.esolutions.it.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two servers on one database: nothing is done twice, and each knows what happened at the other. */
@OwnServers
class TwoNodesIT extends CertificatesOnTwoNodesIT {

    /** A node looks at the database once a second; the rest is for a busy machine, and far from the 25 s of a poll. */
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);

    private static TillProcess till;

    @BeforeAll
    static void a_till_at_one_of_them() {
        till = Restaurant.running(there, "linde-mitte");
    }

    @AfterAll
    static void close() {
        if (till != null) till.close();
    }

    @Test
    void an_order_placed_here_reaches_the_till_that_waits_there_and_what_was_ticked_there_never_does() {
        for (int i = 0; i < 5; i++) {
            String order = ordered("Hungrig");
            Instant answered = Instant.now();
            till.awaitLine("booked order=" + order);
            assertThat(Duration.between(answered, received(order))).isLessThan(SEEN_WITHIN);
        }

        till.stop();
        String typed = ordered("Angekreuzt");
        try (Browser desk = Browser.desktopAt(there)) {
            Restaurant.signIn(desk.page());
            tick(desk.page(), typed);
        }
        Restaurant.start(till, here);
        String next = ordered("Danach");
        till.awaitLine("booked order=" + next);

        assertThat(till.log()).doesNotContain("order=" + typed);
        till.stop();
        Restaurant.start(till, there);
    }

    @Test
    void an_order_cancelled_here_is_told_at_once_to_the_till_that_waits_there() {
        String order = ordered("Storniert");
        till.awaitLine("reported order=" + order + " .*type=SIGNED");
        try (Browser desk = Browser.desktopAt(here)) {
            Restaurant.signIn(desk.page());
            desk.page().navigate("/portal/orders/" + order);
            askToVoid(desk.page());

            Instant asked = Instant.now();
            till.awaitLine("event " + order + " voided");

            assertThat(Duration.between(asked, Instant.now())).isLessThan(SEEN_WITHIN);
        }
    }

    @Test
    void two_clones_of_a_till_that_confirm_an_order_at_the_same_moment_at_both_nodes_never_both_get_it() {
        ClonedTill clones = ClonedTill.of(Restaurant.paired(there, "linde-nord"));
        for (int round = 1; round <= 20; round++) {
            String order = orderedAt("linde-nord");
            long fence = clones.claim(here, order);
            CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> clones.confirm(there, order, fence));
            List<String> answers = List.of(clones.confirm(here, order, fence), other.join());

            assertThat(answers)
                    .as("round %s", round)
                    .containsExactlyInAnyOrder("200 TRANSFERRED_AUTO", "409 journal-rolled-back");
        }
    }

    @Test
    void a_dish_sold_out_at_one_node_is_so_on_the_menu_of_both_and_each_sends_what_it_would_render_now() {
        till.stop();
        for (String command : List.of("block", "unblock")) {
            till.runs(command, "102", "--data", "{folder}/till", "--portal", there.base());
            till.awaitEnd();
            Instant told = Instant.now();
            for (Server node : List.of(there, here))
                eventually(
                        command + " at " + node.name(),
                        () -> page(node, "/linde-mitte").contains("class=\"dish dish-away\" id=\"a-102\""),
                        away -> away == command.equals("block"));
            assertThat(Duration.between(told, Instant.now())).isLessThan(SEEN_WITHIN);
            for (Server node : List.of(there, here))
                eventually(() -> assertThat(page(node, "/linde-mitte"))
                        .as("with a slash at its end it is rendered anew")
                        .isEqualTo(page(node, "/linde-mitte/").replace("/linde-mitte/\">", "/linde-mitte\">")));
        }
        Restaurant.start(till, there);
    }

    private static String page(Server node, String path) {
        return node.visitor().get(path + "?type=PICKUP").body();
    }

    @Test
    void T25_T41_day_end_and_mails_happen_once() {
        till.stop();
        String order = ordered("Ungeholt");
        advanceBoth(Duration.ofMinutes(5));
        eventually("the mail after five minutes", () -> mailsAbout("Ungeholt"), count -> count == 1);

        advanceBoth(Duration.ofHours(24));
        eventually(
                "the day end of all three locations",
                () -> nodes.database()
                        .rows("select location_id, count(*) from closing.cutoff_run group by location_id"),
                rows -> rows.size() == 3);
        ordered("Spaeter");
        advanceBoth(Duration.ofMinutes(5));
        eventually("the next mail", () -> mailsAbout("Spaeter"), count -> count == 1);

        assertThat(mailsAbout("Ungeholt")).isEqualTo(1);
        assertThat(nodes.database()
                        .rows("select kind, count(*) from notifications.mail where about_id = '" + order
                                + "' group by kind order by kind"))
                .isEqualTo(List.of(
                        List.of("ORDER_CONFIRMATION", 1L),
                        List.of("SECOND_CONTACT", 1L),
                        List.of("UNCLAIMED_ORDER", 1L)));
        // In the minutes before the cut-off these are two days.
        assertThat(nodes.database().rows("select distinct count(*) from closing.cutoff_run group by boundary_day"))
                .isEqualTo(List.of(List.of(3L)));
        assertThat(nodes.database()
                        .rows("select distinct count(*) from closing.carried_over where order_id = '" + order
                                + "' group by run_id"))
                .isEqualTo(List.of(List.of(1L)));
        Restaurant.start(till, there);
    }

    @Test
    @Tag("long")
    void a_node_that_is_stopped_sends_tills_and_pages_home_and_is_back_with_every_certificate_before_the_first_answer()
            throws Exception {
        Issued certificate = served("shop.restart.de", there);
        int before = there.log().length();
        try (Browser desk = Browser.desktopAt(there)) {
            Restaurant.signIn(desk.page());
            desk.page().navigate("/portal/orders");
            String order = ordered("Umgezogen");
            till.awaitLine("booked order=" + order);

            there.stop();
        }
        CompletableFuture<Void> starting = CompletableFuture.runAsync(there::start);
        String first = within(
                Duration.ofMinutes(2),
                "an answer",
                () -> TwoNodes.shown(there, "shop.restart.de"),
                seen -> !seen.equals("closed"));
        starting.join();

        assertThat(first).isEqualTo(certificate.sha256());
        assertThat(there.log().substring(before)).contains("read in").doesNotContain("PRIVATE KEY");
        assertThat(there.log().substring(before).lines().filter(line -> line.contains(" ERROR ")))
                .as("but for a tick that fell into the stop: the server says so, and the other node does it")
                .allMatch(line -> line.contains("WFLYEJB0467"));
        till.stop();
        Restaurant.start(till, there);
    }

    /** At the same moment, as far as two calls can be, so that both nodes find the same work. */
    private static void advanceBoth(Duration by) {
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> TestClock.advance(there, by));
        TestClock.advance(here, by);
        other.join();
    }

    static String ordered(String guest) {
        return placed(Storefront.pizzaFor(guest));
    }

    /** For the next time that is offered: at night the location is closed, and tests run at night too. */
    private static String orderedAt(String slug) {
        String next = Http.json(here.visitor().get("/api/v1/locations/" + slug + "/times"))
                .getJsonArray("slots")
                .getJsonObject(0)
                .getString("at");
        return placed(Storefront.pizza(slug).replace("\"fulfilAt\":null", "\"fulfilAt\":\"" + next + "\""));
    }

    private static String placed(String body) {
        return Storefront.placed(here.visitor(), body).getString("orderId");
    }

    private static Instant received(String order) {
        Matcher line = Pattern.compile("(\\S+Z) INFO +received order=" + order).matcher(till.log());
        assertThat(line.find()).as("received " + order).isTrue();
        return Instant.parse(line.group(1));
    }

    /** Takes over where the stopped till's lease still lives: whichever of the two buttons the page shows. */
    private static void tick(Page page, String order) {
        page.navigate("/portal/orders/" + order);
        page.locator("form[action$='/manual-transfer'] button[type=submit]")
                .first()
                .click();
        assertThat(page.locator(".handover-state")).containsText("Bestellung an POS übermittelt");
    }

    private static void askToVoid(Page page) {
        Locator form = page.locator("form[action$='/void-request']");
        page.locator(".handover details", new Page.LocatorOptions().setHas(form))
                .locator("summary")
                .first()
                .click();
        form.locator("[name=reason]").fill("Der Ofen ist kaputt");
        form.locator("button[type=submit]").click();
        assertThat(page.locator(".handover")).containsText("noch nicht geantwortet");
    }

    private static long mailsAbout(String guest) {
        return MailServer.mailsTo("mitte@linde.example").stream()
                .filter(mail -> mail.text().contains(guest))
                .count();
    }
}
