package de.hypersoft.esolutions.it;

import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The mail server is away for an hour. */
@SystemTest
@ResourceLock(Lane.OWN_SERVERS) // no mail arrives anywhere meanwhile
class MailAwayIT {

    private static final int GUESTS = 12;
    private static final String LOCATION = "mitte@linde.example";
    private static final String SECOND = "leitung@linde.example";

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void the_restaurant_has_a_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @AfterEach
    void the_mail_server_is_there_for_the_next_test() {
        MailServer.restart();
    }

    @Test
    void every_mail_arrives_once_afterwards_and_the_portal_told_why_they_waited() {
        List<String> guests =
                IntStream.range(0, GUESTS).mapToObj(i -> "Gast" + run + i).toList();
        MailServer.stop();
        guests.forEach(this::ordered);
        try (Browser desk = Browser.desktop()) {
            Restaurant.signIn(desk.page());
            for (int tenMinutes = 1; tenMinutes <= 6; tenMinutes++) {
                TestClock.advance(Duration.ofMinutes(10));
                int attempts = tenMinutes;
                eventually(
                        "attempt after " + tenMinutes * 10 + " minutes",
                        () -> waiting(desk.page(), guests.get(0)),
                        text -> tried(text) >= attempts);
            }
            assertThat(waiting(desk.page(), guests.get(0))).contains("Der Mailserver ist nicht zu erreichen");

            MailServer.start();
            TestClock.advance(Duration.ofMinutes(6));
            eventually("all mails", () -> arrived(guests), found -> found.size() == 3 * GUESTS);
            TestClock.advance(Duration.ofHours(1));
            ordered("Danach" + run);
            eventually("a later mail", () -> arrived(List.of("Danach" + run)), found -> !found.isEmpty());

            assertThat(arrived(guests))
                    .hasSize(3 * GUESTS)
                    .allSatisfy((about, times) -> assertThat(times).as(about).isEqualTo(1));
            desk.page().navigate("/portal/mails?state=WAITING");
            assertThat(desk.page().locator("main").textContent()).doesNotContain(address(guests.get(0)));
        }
    }

    private void ordered(String guest) {
        Storefront.placed(Http.visitor(), Storefront.pizzaFor(guest));
    }

    /** What the mail log says of the mail to this guest. */
    private static String waiting(Page page, String guest) {
        page.navigate("/portal/mails?state=WAITING");
        return page.locator("li.card", new Page.LocatorOptions().setHasText(address(guest)))
                .first()
                .textContent();
    }

    private static int tried(String text) {
        Matcher attempts = Pattern.compile("(\\d+) Versuch").matcher(text);
        return attempts.find() ? Integer.parseInt(attempts.group(1)) : 0;
    }

    /** By guest and reader, how many different mails came. */
    private static Map<String, Long> arrived(List<String> guests) {
        return guests.stream()
                .flatMap(guest -> Stream.of(address(guest), LOCATION, SECOND)
                        .flatMap(reader -> MailServer.mailsTo(reader).stream()
                                .filter(mail -> mail.text().contains(guest + ","))
                                .map(mail -> guest + " " + reader)))
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    }

    private static String address(String guest) {
        return guest.toLowerCase(Locale.ROOT) + "@gast.example";
    }
}
