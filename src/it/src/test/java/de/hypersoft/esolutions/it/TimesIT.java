package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Menu, checkout, API and status page speak of the same times; Linde Mitte never closes. */
@SystemTest
class TimesIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @BeforeAll
    static void the_restaurant_has_a_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @Test
    void what_is_listed_is_taken_to_the_last_slot_and_the_next_one_is_not() {
        List<Instant> slots = slots();
        Instant last = slots.get(slots.size() - 1);

        for (int i = 1; i < slots.size(); i++)
            assertThat(Duration.between(slots.get(i - 1), slots.get(i)))
                    .as("after %s", slots.get(i - 1))
                    .isEqualTo(Duration.ofMinutes(15));
        HttpResponse<String> taken = order(last);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        assertThat(Http.json(taken).getString("promisedAt")).isEqualTo(last.toString());
        HttpResponse<String> beyond = order(last.plus(Duration.ofMinutes(15)));
        assertThat(beyond.statusCode()).isEqualTo(422);
        assertThat(Http.json(beyond).getString("code")).isEqualTo("slot-not-offered");
    }

    @Test
    void as_soon_as_possible_is_one_moment_in_answer_status_and_page() {
        HttpResponse<String> answer = order(null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String promised = Http.json(answer).getString("promisedAt");
        String token = Http.json(answer).getString("trackingUrl").replaceAll(".*/", "");

        JsonObject status = Http.json(Http.visitor().get("/api/v1/orders/" + token));
        assertThat(status.getString("promisedAt")).isEqualTo(promised);
        assertThat(Duration.between(Instant.parse(status.getString("placedAt")), Instant.parse(promised)))
                .isBetween(Duration.ofMinutes(1), Duration.ofHours(4));
        String clock = DateTimeFormatter.ofPattern("HH:mm")
                .format(Instant.parse(promised).atZone(BERLIN));
        String page =
                Http.visitor().get("/orders/" + token, "Accept-Language", "de").body();
        assertThat(page).containsPattern("so schnell wie möglich, gegen [^<]*" + clock);
    }

    @Test
    void the_checkout_offers_what_the_api_lists() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            page.navigate("/linde-mitte/articles/101");
            page.locator("fieldset[data-forced=true] input[type=radio]").first().check();
            page.locator("button.article-add").click();
            page.waitForURL(Pattern.compile(".*/linde-mitte\\?.*"));
            page.navigate("/linde-mitte/checkout");
            List<String> offered = List.of((String[])
                    page.evaluate("[...document.querySelectorAll('#fulfilAt option')].map(o => o.value).join(' ')")
                            .toString()
                            .strip()
                            .split("\\s+"));
            List<String> listed = slots().stream().map(Instant::toString).toList();

            // A quarter of an hour may begin between the two looks.
            assertThat(offered.size() - listed.size()).isBetween(0, 1);
            assertThat(offered.subList(offered.size() - listed.size(), offered.size()))
                    .isEqualTo(listed);
            assertThat(page.locator("#fulfilAt option").first().textContent()).contains("gegen");
        }
    }

    private static List<Instant> slots() {
        return Http.json(Http.visitor().get("/api/v1/locations/linde-mitte/times?orderType=PICKUP"))
                .getJsonArray("slots")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(slot -> Instant.parse(slot.getString("at")))
                .toList();
    }

    private static HttpResponse<String> order(@Nullable Instant at) {
        String body = Storefront.pizza("linde-mitte");
        if (at != null) body = body.replace("\"fulfilAt\":null", "\"fulfilAt\":\"" + at + "\"");
        return Storefront.post(Http.visitor(), body);
    }
}
