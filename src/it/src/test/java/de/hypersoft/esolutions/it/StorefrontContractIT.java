package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.hypersoft.esolutions.it.contract.ContractDocument;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of the storefront API is true: what the running system answers is what it says. */
@SystemTest
class StorefrontContractIT {

    private static final String SMALL = "\"options\":[{\"groupId\":\"size\",\"optionId\":\"26\"}]";
    private static final String PIZZA = Storefront.pizza("linde-mitte");
    private static final String LOCATION = "/api/v1/locations/{location}";

    private final Http visitor = Http.visitor();
    private final ContractDocument contract =
            ContractDocument.of(visitor.get("/openapi?format=JSON").body());

    @BeforeAll
    static void the_restaurant_has_a_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @Test
    void what_is_served_is_what_is_committed_in_json_and_in_yaml() throws JsonProcessingException {
        JsonNode committed = ContractDocument.committed(
                        "web-shop-war/src/main/resources/de/hypersoft/esolutions/shop/api/openapi.json")
                .json();
        HttpResponse<String> yaml = visitor.get("/openapi");

        assertThat(contract.json()).isEqualTo(committed);
        assertThat(yaml.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/yaml"));
        assertThat(new YAMLMapper().readTree(yaml.body())).isEqualTo(committed);
    }

    @Test
    void every_address_of_the_api_is_described_and_nothing_else() {
        Set<String> routes = RouteTables.shop().stream()
                .filter(route -> route.contains(" /api/") && !route.endsWith("/docs"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(contract.operations()).isEqualTo(routes);
    }

    @Test
    void each_address_answers_what_it_is_described_to_answer() {
        holds("GET /api/v1/locations", visitor.get("/api/v1/locations"), 200);
        holds("GET " + LOCATION + "/menu", visitor.get("/api/v1/locations/linde-mitte/menu"), 200);
        holds("GET " + LOCATION + "/times", visitor.get("/api/v1/locations/linde-mitte/times"), 200);
        holds("GET " + LOCATION + "/articles/{id}", visitor.get("/api/v1/locations/linde-mitte/articles/101"), 200);
        JsonObject quote = Http.json(holds("POST /api/v1/quotes", quote(PIZZA), 200));
        String order = PIZZA.replace("\"expectedTotal\":null", "\"expectedTotal\":" + quote.getJsonObject("total"));
        JsonObject placed = Http.json(holds("POST /api/v1/orders", Storefront.post(visitor, order), 201));
        String token = placed.getString("trackingUrl").replaceFirst(".*/", "");
        holds("GET /api/v1/orders/{token}", visitor.get("/api/v1/orders/" + token), 200);

        assertThat(quote.getJsonObject("total")).isEqualTo(placed.getJsonObject("total"));
        assertThat(contract.met()).isEqualTo(contract.operations());
    }

    @Test
    void a_menu_whose_content_is_known_is_not_sent_again() {
        String menu = "/api/v1/locations/linde-mitte/menu";
        String tag = visitor.get(menu).headers().firstValue("ETag").orElseThrow();

        holds("GET " + LOCATION + "/menu", visitor.get(menu, "If-None-Match", tag), 304);
    }

    /** Each also says a code that is listed for its address; without it the shape does not fit. */
    @ParameterizedTest
    @CsvSource({
        "menu, /api/v1/locations/no-such-place/menu, 404, unknown-location",
        "articles/{id}, /api/v1/locations/linde-mitte/articles/no-such-dish, 404, unknown-article",
        "times, /api/v1/locations/linde-mitte/times?orderType=TELEPORT, 422, order-type-not-offered",
        "times, /api/v1/locations/linde-mitte/times?orderType=DELIVERY&postcode=99999, 422, outside-delivery-area",
        "menu, /api/v1/locations/linde-mitte/menu?x, 406, not-acceptable",
    })
    void what_cannot_be_read_is_refused_as_it_is_described(String what, String path, int status, String code) {
        HttpResponse<String> refused = status == 406 ? visitor.get(path, "Accept", "image/png") : visitor.get(path);

        holds("GET " + LOCATION + "/" + what, refused, status);
        assertThat(Http.json(refused).getString("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"linde-mitte\" | \"no-such-place\" | 404 | unknown-location",
                "\"quantity\":2 | \"quantity\":100 | 422 | quantity-out-of-range",
                "\"quantity\":2 | \"quantity\":\"2\" | 422 | not-a-number",
                "\"101\" | \"no-such-dish\" | 422 | unknown-article",
                "\"optionId\":\"26\" | \"optionId\":\"99\" | 422 | unknown-option",
                "\"options\":[{\"groupId\":\"size\",\"optionId\":\"26\"}] | \"options\":[] | 422 | option-missing",
                "\"PICKUP\" | \"TELEPORT\" | 422 | unknown-value",
                "\"PICKUP\" | \"DELIVERY\" | 422 | required",
                "\"fulfilAt\":null | \"fulfilAt\":\"2020-01-01T12:00:00Z\" | 422 | slot-not-offered",
                "\"expectedTotal\":null | \"expectedTotal\":{\"amount\":\"1.00\",\"currency\":\"EUR\"} | 409 | price-changed",
                "\"expectedTotal\":null | \"expectedTotal\":{\"amount\":\"x\",\"currency\":\"EUR\"} | 422 | invalid-amount",
                "\"quantity\":2 | \"quantity\":1,\"quantity\":50 | 400 | malformed-json",
                "\"location\": | { | 400 | malformed-json",
                "\"101\" | {} | 400 | malformed-json",
            })
    void a_basket_is_refused_as_an_order_of_it_is_and_both_as_they_are_described(
            String part, String instead, int status, String code) {
        String order = PIZZA.replace(part, instead).replace("AT_PICKUP", payment(instead));

        HttpResponse<String> quoted = holds("POST /api/v1/quotes", quote(order), status);
        HttpResponse<String> placed = holds("POST /api/v1/orders", Storefront.post(visitor, order), status);

        assertThat(Http.json(quoted).getString("code")).isEqualTo(code);
        assertThat(Http.json(placed).getString("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+49 30 5550100 | 1 | 422 | invalid-phone",
                "gerda@gast.example | gerda | 422 | invalid-email",
                "Gerda Gast | https://evil.example | 422 | link-not-allowed",
                "AT_PICKUP | AT_DOOR | 422 | payment-not-offered",
                "Gerda Gast | Gerda\\u202EGast | 422 | unseen-character",
            })
    void who_orders_and_how_it_is_paid_is_asked_of_orders_alone(String part, String instead, int status, String code) {
        String order = PIZZA.replace(part, instead);

        HttpResponse<String> placed = holds("POST /api/v1/orders", Storefront.post(visitor, order), status);

        assertThat(Http.json(placed).getString("code")).isEqualTo(code);
        holds("POST /api/v1/quotes", quote(order), 200);
    }

    @Test
    void a_wrong_link_a_reused_key_and_a_large_body_are_refused_as_it_is_described() {
        String key = UUID.randomUUID().toString();
        holds("GET /api/v1/orders/{token}", visitor.get("/api/v1/orders/" + "x".repeat(32)), 404);
        holds("POST /api/v1/orders", order(PIZZA, key), 201);
        holds("POST /api/v1/orders", order(Storefront.order("linde-mitte", 3, SMALL), key), 409);
        holds("POST /api/v1/orders", order(PIZZA, "short"), 422);
        holds("POST /api/v1/orders", visitor.postJson("/api/v1/orders", PIZZA), 422);
        holds("POST /api/v1/quotes", quote(" ".repeat(70_000)), 413);
        holds("POST /api/v1/quotes", visitor.send("POST", "/api/v1/quotes", "x", "Content-Type", "text/plain"), 415);
        holds("GET /api/v1/locations", visitor.get("/api/v1/locations", "Host", "somebody-else.example"), 404);
    }

    @Test
    void a_quote_takes_no_portion_and_no_number_and_is_nobody_s() {
        HttpResponse<String> first = quote(PIZZA);
        HttpResponse<String> second = quote(PIZZA);

        assertThat(first.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(Http.json(second).getJsonObject("total"))
                .isEqualTo(Http.json(first).getJsonObject("total"));
    }

    @Test
    void people_read_the_same_contract_in_their_language() {
        String german = visitor.get("/api/v1/docs", "Accept-Language", "de").body();
        String english = visitor.get("/api/v1/docs", "Accept-Language", "en").body();

        assertThat(german).contains("Fehlercodes", "operation-quote", "code-price-changed", "lang=\"de\"");
        assertThat(english).contains("Error codes", "operation-quote", "code-price-changed", "lang=\"en\"");
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(english).contains(operation));
    }

    /** With DELIVERY nobody pays at the counter, and only that would be refused. */
    private static String payment(String instead) {
        return instead.equals("\"DELIVERY\"") ? "AT_DOOR" : "AT_PICKUP";
    }

    private HttpResponse<String> quote(String basket) {
        return visitor.postJson("/api/v1/quotes", basket);
    }

    private HttpResponse<String> order(String order, String key) {
        return visitor.postJson("/api/v1/orders", order, "Idempotency-Key", key);
    }

    private HttpResponse<String> holds(String operation, HttpResponse<String> answer, int status) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertThat(answer.statusCode()).as(operation + " " + answer.body()).isEqualTo(status);
        contract.check(operation, status, type, answer.body());
        return answer;
    }
}
