package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order in one request, and everything that can be wrong with it. */
@SystemTest
class StorefrontIT {

    private static final String SMALL = "\"options\":[{\"groupId\":\"size\",\"optionId\":\"26\"}]";

    @BeforeAll
    static void the_restaurant_has_a_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @Test
    void the_same_key_gives_the_first_answer_and_one_order() {
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = post(key, Storefront.pizza("linde-mitte"));
        HttpResponse<String> again = post(key, Storefront.pizza("linde-mitte"));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(Http.json(again).getString("orderId"))
                .isEqualTo(Http.json(first).getString("orderId"));
        assertThat(code(post(key, Storefront.order("linde-mitte", 3, SMALL)))).isEqualTo("idempotency-key-reused");
    }

    @Test
    void the_same_key_gives_the_first_answer_in_whatever_language_it_is_asked_for() {
        String key = UUID.randomUUID().toString();
        String order = Storefront.pizza("linde-mitte").replace(",\"language\":\"de\"", "");

        HttpResponse<String> german = post(key, order, "de");
        HttpResponse<String> english = post(key, order, "en");

        assertThat(german.statusCode()).as(german.body()).isEqualTo(201);
        assertThat(english.body()).isEqualTo(german.body());
    }

    @Test
    void ten_impatient_clicks_at_once_are_one_order() {
        String key = UUID.randomUUID().toString();

        List<HttpResponse<String>> answers = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(key, Storefront.pizza("linde-mitte"))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).hasSize(10).containsOnly(201);
        assertThat(answers.stream()
                        .map(answer -> Http.json(answer).getString("orderNumber"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void T12_another_total_is_refused_with_the_new_one() {
        String wrong = Storefront.pizza("linde-mitte")
                .replace("\"expectedTotal\":null", "\"expectedTotal\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}");

        HttpResponse<String> answer = post(UUID.randomUUID().toString(), wrong);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(code(answer)).isEqualTo("price-changed");
        assertThat(answer.body()).contains("19.80");
    }

    @ParameterizedTest
    @CsvSource({
        "100, 422, quantity-out-of-range",
        "0, 422, quantity-out-of-range",
        "-3, 422, quantity-out-of-range",
    })
    void T15_only_1_to_99_of_an_article(int quantity, int status, String code) {
        HttpResponse<String> answer =
                post(UUID.randomUUID().toString(), Storefront.order("linde-mitte", quantity, SMALL));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(Http.json(answer).getString("field")).startsWith("lines[0].quantity");
    }

    @Test
    void T16_a_forced_choice_left_out_is_refused_by_name_of_its_group() {
        HttpResponse<String> answer =
                post(UUID.randomUUID().toString(), Storefront.order("linde-mitte", 1, "\"options\":[]"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(code(answer)).isEqualTo("option-missing");
        assertThat(answer.body()).contains("size");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | 400",
                "[] | 400",
                "null | 400",
                "\"x\" | 400",
                "{} | 422",
            })
    void what_is_no_order_is_refused_without_a_stack_trace(String body, int status) {
        HttpResponse<String> answer = post(UUID.randomUUID().toString(), body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void a_body_over_its_limit_is_413() {
        assertThat(post(UUID.randomUUID().toString(), " ".repeat(300_000) + "{}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void T47_an_unknown_host_is_404_and_not_another_tenants_shop() {
        HttpResponse<String> page = Http.visitor().get("/", "Host", "somebody-else.example");
        HttpResponse<String> menu = Http.visitor().get("/api/v1/locations", "Host", "somebody-else.example");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).doesNotContain("Linde");
        assertThat(menu.statusCode()).isEqualTo(404);
    }

    @Test
    void T49_ids_and_tokens_of_others_are_unknown() {
        assertThat(Http.visitor().get("/api/v1/orders/" + "x".repeat(32)).statusCode())
                .isEqualTo(404);
        assertThat(Http.visitor().get("/orders/" + "x".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(code(post(UUID.randomUUID().toString(), Storefront.pizza("no-such-place"))))
                .isEqualTo("unknown-location");
    }

    @Test
    void the_api_describes_itself() {
        HttpResponse<String> description = Http.visitor().get("/openapi");

        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body())
                .contains("/api/v1/orders", "Idempotency-Key")
                .doesNotContain("/portal/");
    }

    private static HttpResponse<String> post(String key, String body) {
        return Http.visitor().postJson("/api/v1/orders", body, "Idempotency-Key", key);
    }

    private static HttpResponse<String> post(String key, String body, String language) {
        return Http.visitor().postJson("/api/v1/orders", body, "Idempotency-Key", key, "Accept-Language", language);
    }

    private static String code(HttpResponse<String> answer) {
        return Http.json(answer).getString("code", answer.body());
    }
}
