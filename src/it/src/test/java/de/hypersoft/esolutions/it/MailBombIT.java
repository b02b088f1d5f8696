package de.hypersoft.esolutions.it;

import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.it.contract.ContractDocument;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A stranger orders in a victim's name, as fast as the shop answers; counted at the mail server. */
@OwnServers
class MailBombIT extends ProxiesIT {

    private static final Pattern LINK = Pattern.compile("http://\\S+/orders/confirmation/\\S+");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @Test
    void four_hundred_and_thirty_five_orders_in_a_victim_s_name_are_four_mails_without_the_stranger_s_link() {
        String victim = victim();
        Map<Integer, Integer> answers = new HashMap<>();
        for (int i = 0; i < 435; i++) {
            String dressed = i % 2 == 0 ? victim : victim.replace("@", "+" + i + "@");
            HttpResponse<String> answer = order(dressed, "key-" + victim + i, i);
            answers.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() == 429)
                assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                        .isGreaterThan(60);
        }

        assertThat(answers).isEqualTo(Map.of(201, 3, 202, 1, 429, 431));
        List<MailServer.Mail> mails = eventually("the mails", () -> mailsTo(victim), m -> m.size() >= 4);
        assertThat(mails).hasSize(4);
        assertThat(mails).extracting(MailServer.Mail::text).allSatisfy(text -> assertThat(text)
                .doesNotContain("www.evil.example", "evil.example"));
    }

    @Test
    void a_name_that_is_a_link_is_refused_at_its_field() {
        HttpResponse<String> refused = Storefront.post(
                server.visitor(), body(victim(), 0).replace("Gerda Gast", "Win https://evil.example/x"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Http.json(refused).getString("code")).isEqualTo("link-not-allowed");
        assertThat(Http.json(refused).getString("field")).isEqualTo("guest.name");
    }

    @Test
    void a_guest_s_fourth_order_is_placed_by_the_click_and_by_nothing_that_only_looks() {
        String guest = victim();
        for (int i = 0; i < 3; i++)
            assertThat(order(guest, "key-" + guest + i, i).statusCode()).isEqualTo(201);
        HttpResponse<String> waits = order(guest, "key-" + guest, 0);
        assertThat(waits.statusCode()).as(waits.body()).isEqualTo(202);
        assertThat(Http.json(waits).getString("status")).isEqualTo("AWAITING_CONFIRMATION");
        assertThat(Http.json(waits).getString("mailSentTo")).isEqualTo("v•••@gast.example");
        ContractDocument.committed("web-shop-war/src/main/resources/de/hypersoft/esolutions/shop/api/openapi.json")
                .check("POST /api/v1/orders", 202, "application/json", waits.body());

        URI link = eventually("the question", () -> link(guest), Optional::isPresent)
                .orElseThrow();
        Http reader = Http.on(link.resolve("/").toString());
        HttpResponse<String> page = reader.get(link.getPath());
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(order(guest, "key-" + guest, 0).statusCode())
                .as("looking places nothing")
                .isEqualTo(202);
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();

        HttpResponse<String> placed = reader.post(link.getPath(), Map.of("token", token.group(1)));

        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(303);
        HttpResponse<String> again = order(guest, "key-" + guest, 0);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(Http.json(again).getString("trackingUrl"))
                .endsWith(URI.create(placed.headers().firstValue("Location").orElseThrow())
                        .getPath());
    }

    @Test
    void who_comes_too_often_finds_every_word_again_and_the_form_to_send_them_with() {
        Map<String, String> words =
                Map.of("key", "k".repeat(32), "expected", "9.90", "guest.name", "Gerda Gast", "note", "bitte klingeln");
        assertThat(sent("/linde-mitte/checkout", words).statusCode())
                .as("the first cart of this minute")
                .isEqualTo(303);

        HttpResponse<String> checkout = sent("/linde-mitte/checkout", words);
        HttpResponse<String> article =
                sent("/linde-mitte/articles/101", Map.of("g.size", "26", "note", "ohne Basilikum", "quantity", "3"));

        assertThat(checkout.statusCode()).isEqualTo(429);
        assertThat(checkout.headers().firstValue("Retry-After")).contains("60");
        assertThat(checkout.body())
                .contains(
                        "Ihre Angaben sind noch da",
                        "Gerda Gast",
                        "bitte klingeln",
                        "action=\"/linde-mitte/checkout\"");
        assertThat(article.statusCode()).isEqualTo(429);
        assertThat(article.body()).contains("Ihre Angaben sind noch da", "ohne Basilikum", "value=\"3\"");
    }

    /** By a guest of his own who has no cart yet, of one busy network. */
    private static HttpResponse<String> sent(String page, Map<String, String> words) {
        String[] network = {"X-Forwarded-For", "203.0.113.55"};
        Http guest = server.visitor();
        Matcher token = TOKEN.matcher(
                guest.get("/linde-mitte/articles/101?form", network).body());
        assertThat(token.find()).isTrue();
        Map<String, String> form = new HashMap<>(words);
        form.put("token", token.group(1));
        return guest.post(page, form, network);
    }

    @Test
    void of_three_hundred_victims_of_one_connection_most_get_no_mail() {
        String run = UUID.randomUUID().toString().substring(0, 8);
        Map<Integer, Integer> answers = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            String victim = "w" + run + "-" + i + "@gast.example";
            HttpResponse<String> answer = server.visitor()
                    .postJson(
                            "/api/v1/orders",
                            body(victim, i),
                            "Idempotency-Key",
                            "key-" + victim,
                            "X-Forwarded-For",
                            "203.0.113.77");
            answers.merge(answer.statusCode(), 1, Integer::sum);
        }

        assertThat(answers).containsOnlyKeys(201, 202, 429);
        int written = answers.getOrDefault(201, 0) + answers.getOrDefault(202, 0);
        assertThat(answers.getOrDefault(201, 0)).isBetween(60, 64);
        assertThat(written).isBetween(120, 128);
        eventually(
                "the mails",
                () -> MailServer.mailsWhere(to -> to.startsWith("w" + run)),
                mails -> mails.size() >= written);
        assertThat(MailServer.mailsWhere(to -> to.startsWith("w" + run))).hasSize(written);
    }

    private static HttpResponse<String> order(String mail, String key, int phone) {
        return server.visitor().postJson("/api/v1/orders", body(mail, phone), "Idempotency-Key", key);
    }

    private static String body(String mail, int phone) {
        return Storefront.pizza("linde-mitte")
                .replace("gerda@gast.example", mail)
                .replace("5550100", "" + (5_550_100 + Math.abs(mail.hashCode() % 1_000) * 1_000 + phone))
                .replace("\"note\":\"\"", "\"note\":\"www.evil.example\"");
    }

    private static List<MailServer.Mail> mailsTo(String victim) {
        String name = victim.substring(0, victim.indexOf('@'));
        return MailServer.mailsWhere(to -> to.startsWith(name));
    }

    private static Optional<URI> link(String guest) {
        return mailsTo(guest).stream()
                .map(mail -> LINK.matcher(mail.text()))
                .filter(Matcher::find)
                .map(found -> URI.create(found.group()))
                .findFirst();
    }

    private static String victim() {
        return "v" + UUID.randomUUID() + "@gast.example";
    }
}
