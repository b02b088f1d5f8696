package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A menu and its dishes are rendered once for everybody and then sent from memory. With a slash at its end
 * an address is the same page, rendered anew, so the two must be the same; and so must be what a guest with a cart gets.
 */
@SystemTest
class RenderedOnceIT {

    private static final List<String> LANGUAGES = List.of("de", "en");
    private static final String FETCH =
            "async ([path, language]) =>" + " (await fetch(path, {headers: {'Accept-Language': language}})).text()";
    private static OwnRestaurant tavern;
    private static Browser desk;
    private static Browser guest;
    private static TillProcess till;

    private final HttpClient passers =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void a_tavern_has_its_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        desk = Browser.desktop();
        guest = Browser.phone();
        try (Browser hosting = Browser.desktop()) {
            tavern = OwnRestaurant.bring(hosting, "tavern", "EUR", location -> location);
        }
        tavern.signIn(desk.page());
        till = tavern.till(desk.page());
        tavern.loads(till, menu("1", "6.50"));
        Page page = guest.page();
        page.navigate(tavern.shop("/articles/stew?type=PICKUP"));
        page.locator("button.article-add").click();
        page.waitForURL("**/" + tavern.location() + "?**");
        assertThat(page.locator("#cart-bar")).containsText("1 Artikel");
    }

    @AfterAll
    static void closing() {
        till.close();
        guest.close();
        desk.close();
    }

    @Test
    void after_each_change_what_is_kept_is_what_is_rendered_anew() {
        sameAsAnew("6,50");

        sent("block", "soup");
        sameAsAnew("heute aus");
        sent("count", "stew", "3");
        sameAsAnew("noch 3");
        sent("unblock", "soup");
        eventually("it is there again", this::kept, page -> !page.contains("heute aus"));
        sameAsAnew("6,50");

        tavern.loads(till, menu("2", "7.10"));
        desk.page().navigate("/portal/sync");
        desk.page().locator("form[action$='/publish'] button").first().click();
        sameAsAnew("7,10");

        pause("MINUTES_30");
        sameAsAnew("wieder ab");
        pause("END");
        eventually("it takes orders again", this::kept, page -> !page.contains("wieder ab"));
        sameAsAnew("7,10");
    }

    @Test
    void it_is_sent_packed_or_plain_as_the_client_takes_it_and_not_at_all_to_who_has_it() throws IOException {
        for (String path :
                List.of(tavern.shop(""), tavern.shop("/articles/soup"), api("/menu"), api("/articles/soup"))) {
            HttpResponse<byte[]> plain = get(path, Map.of());
            HttpResponse<byte[]> packed = get(path, Map.of("Accept-Encoding", "br, gzip;q=0.8"));
            String tag = header(plain, "ETag");

            assertThat(header(plain, "Content-Encoding")).isEmpty();
            assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
            assertThat(unpacked(packed.body())).isEqualTo(plain.body());
            assertThat(packed.body()).hasSizeLessThan(plain.body().length);
            assertThat(header(packed, "ETag")).isEqualTo(tag).isNotEmpty();
            assertThat(header(packed, "Vary")).contains("Accept-Encoding");
            HttpResponse<byte[]> known = get(path, Map.of("Accept-Encoding", "gzip", "If-None-Match", tag));
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(known.body()).isEmpty();
            assertThat(get(path, Map.of("If-Match", "\"another\"")).statusCode())
                    .isEqualTo(412);
        }
    }

    @Test
    void what_leaves_a_cookie_is_for_no_shared_memory() {
        assertThat(header(get(api("/menu"), Map.of()), "Cache-Control")).contains("public");

        HttpResponse<byte[]> chosen = get(api("/menu?lang=en"), Map.of());

        assertThat(header(chosen, "Set-Cookie")).contains("lang");
        assertThat(header(chosen, "Cache-Control")).doesNotContain("public");
    }

    @Test
    void no_shop_language_or_kind_of_order_is_given_the_page_of_another() {
        String linde = Http.visitor().base() + "/linde-mitte";
        for (int round = 0; round < 2; round++)
            for (String language : LANGUAGES)
                for (String type : List.of("PICKUP", "DELIVERY"))
                    for (String shop : List.of(tavern.shop(""), linde)) {
                        String page = text(get(shop + "?type=" + type, Map.of("Accept-Language", language)));
                        assertThat(page)
                                .contains("<html lang=\"" + language + "\"")
                                .contains("href=\"?type=" + type + "\" aria-current=\"true\"")
                                .contains(shop.equals(linde) ? "Linde Mitte" : tavern.name())
                                .doesNotContain(shop.equals(linde) ? tavern.name() : "Linde Mitte");
                    }
    }

    private void sameAsAnew(String shown) {
        eventually("the page with " + shown, this::kept, page -> page.contains(shown));
        for (String language : LANGUAGES)
            eventually(() -> sameAsAnewIn(language)); // the minute may change between both
    }

    private void sameAsAnewIn(String language) {
        for (String rest : List.of("?type=PICKUP", "/articles/stew?type=PICKUP", "/articles/soup?type=DELIVERY")) {
            String path = tavern.shop(rest);
            String odd = path.replace("?", "/?");
            String kept = text(get(path, Map.of("Accept-Language", language)));
            assertThat(kept).isEqualTo(text(get(odd, Map.of("Accept-Language", language))));
            assertThat(guest.page().evaluate(FETCH, List.of(path, language))).isEqualTo(kept);
        }
    }

    private String kept() {
        return text(get(tavern.shop("?type=PICKUP"), Map.of("Accept-Language", "de")));
    }

    private static void sent(String... command) {
        tavern.runs(till, command);
        till.awaitEnd();
    }

    private static void pause(String length) {
        Page page = desk.page();
        page.navigate("/portal/locations");
        page.locator("a[href$='/pause']").first().click();
        page.locator("button[name=length][value=" + length + "]").first().click();
        page.waitForLoadState();
    }

    private String api(String rest) {
        return "http://" + tavern.host() + ":" + Http.visitor().base().getPort() + "/api/v1/locations/"
                + tavern.location() + rest;
    }

    private HttpResponse<byte[]> get(String address, Map<String, String> headers) {
        URI shop = URI.create(address);
        HttpRequest.Builder request = HttpRequest.newBuilder(Http.visitor()
                        .base()
                        .resolve(shop.getRawPath() + "?" + Objects.toString(shop.getRawQuery(), "")))
                .header("Host", shop.getAuthority());
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = passers.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isIn(200, 304, 412);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    }

    private static String menu(String version, String price) {
        return """
                {"version":"2026-11-29T06:00:0%sZ","baseVersion":null,"currency":"EUR",
                 "vatClasses":[{"id":"FOOD","rates":[{"from":"2024-01-01","onSite":"7.00","takeAway":"7.00"}]}],
                 "categories":[{"id":"pots","name":{"de":"Aus dem Topf","en":"From the pot"},"sort":1}],"deposits":[],
                 "optionGroups":[],"articles":[
                  {"id":"soup","category":"pots","name":{"de":"Tagessuppe","en":"Soup of the day"},"price":"%s",
                   "vatClass":"FOOD","sort":1,"allergens":[]},
                  {"id":"stew","category":"pots","name":{"de":"Eintopf","en":"Stew"},"price":"9.50","vatClass":"FOOD",
                   "sort":2,"allergens":[],"windows":[{"days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY","SUNDAY"],
                    "from":"00:00","until":"23:59"}]}]}
                """.formatted(version, price);
    }
}
