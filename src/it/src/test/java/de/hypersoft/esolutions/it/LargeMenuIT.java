package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A menu of two thousand dishes: its begin is here at once, the rest as it is reached, with and without a script. */
@SystemTest
class LargeMenuIT {

    private static final int DISHES = 2_000;
    private static final int MOST_BYTES = 60 * 1024;
    private static final Pattern DISH = Pattern.compile("id=\"a-(d\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static OwnRestaurant inn;

    private final HttpClient passers =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void an_inn_has_two_thousand_dishes() {
        try (Browser hosting = Browser.desktop();
                Browser desk = Browser.desktop()) {
            inn = OwnRestaurant.bring(hosting, "inn", "EUR", location -> location);
            inn.signIn(desk.page());
            try (TillProcess till = inn.till(desk.page())) {
                inn.loads(till, menu());
            }
        }
    }

    @Test
    void its_first_view_is_small_and_every_dish_is_reached_by_following_links() throws Exception {
        byte[] first = get("?type=PICKUP");
        assertThat(first).hasSizeLessThan(MOST_BYTES);

        Set<String> reached = new HashSet<>();
        String address = "?type=PICKUP";
        while (true) {
            String page = unpacked(get(address));
            Matcher dishes = DISH.matcher(page);
            while (dishes.find())
                assertThat(reached.add(dishes.group(1))).as(dishes.group(1)).isTrue();
            Matcher next = NEXT.matcher(page);
            if (!next.find()) break;
            address = next.group(1).replace("&amp;", "&");
        }
        assertThat(reached).hasSize(DISHES);
    }

    @Test
    void what_follows_comes_as_it_is_reached() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            page.navigate(inn.shop("?type=PICKUP"));
            assertThat((Double) page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive + 0.0"))
                    .isLessThan(1_000);
            assertThat(page.locator("#c-k1")).hasCount(0);

            page.locator("[data-parts]").scrollIntoViewIfNeeded();

            assertThat(page.locator("#c-k1 .dish").first()).isVisible();
            assertThat(page.locator("#a-d0")).hasCount(1);
            page.locator("#a-d40 a").click();
            assertThat(page.locator("dialog.sheet h1")).hasText("Gericht 40");
        }
    }

    private byte[] get(String query) throws IOException, InterruptedException {
        URI shop = URI.create(inn.shop(query));
        HttpResponse<byte[]> answer = passers.send(
                HttpRequest.newBuilder(Http.visitor().base().resolve(shop.getRawPath() + "?" + shop.getRawQuery()))
                        .header("Host", shop.getAuthority())
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String unpacked(byte[] packed) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Fifty categories of forty dishes, each with a few words of its own. */
    private static String menu() {
        String categories = IntStream.range(0, 50)
                .mapToObj(i -> "{\"id\":\"k" + i + "\",\"name\":{\"de\":\"Folge " + i + "\"},\"sort\":" + i + "}")
                .collect(Collectors.joining(","));
        String articles = IntStream.range(0, DISHES)
                .mapToObj(i -> "{\"id\":\"d" + i + "\",\"category\":\"k" + i / 40 + "\",\"name\":{\"de\":\"Gericht " + i
                        + "\"},\"description\":{\"de\":\"mit " + Integer.toString(i * 7_919, 36) + " und "
                        + Integer.toString(i * 104_729, 36) + ", dazu Brot und ein kleiner Salat\"},\"price\":\""
                        + (5 + i % 30) + ".90\",\"vatClass\":\"FOOD\",\"sort\":" + i + ",\"allergens\":[]}")
                .collect(Collectors.joining(","));
        return """
                {"version":"2026-11-29T06:00:01Z","baseVersion":null,"currency":"EUR",
                 "vatClasses":[{"id":"FOOD","rates":[{"from":"2024-01-01","onSite":"7.00","takeAway":"7.00"}]}],
                 "deposits":[],"optionGroups":[],"categories":[%s],"articles":[%s]}
                """.formatted(categories, articles);
    }
}
