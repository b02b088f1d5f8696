package de.hypersoft.esolutions.it;

import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Orders in every way an order can go, by guests who write wherever a guest can write; and what people do with them. */
final class GuestsOfAllKinds {

    private static final String SLUG = "linde-mitte";
    private static final Pattern CLICK = Pattern.compile("http://\\S+/orders/confirmation/\\S+");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final Server server;
    private final Marks marks;
    private final List<Placed> placed = new ArrayList<>();

    GuestsOfAllKinds(Server server, Marks marks) {
        this.server = server;
        this.marks = marks;
    }

    record Placed(String id, String number, String token, Marks.Words guest) {}

    List<Placed> placed() {
        return placed;
    }

    /** At the web shop's checkout, with everything that can be typed there. */
    void byTheCheckout(String one) {
        try (Browser phone = Browser.phoneAt(server)) {
            Marks.Words guest = marks.guest(one);
            typeAtCheckout(phone.page(), guest);
            phone.page().locator("button[data-order]").click();
            phone.page().waitForURL(Pattern.compile(".*/orders/.*"));
            String token = URI.create(phone.page().url()).getPath().replaceFirst("/orders/", "");
            JsonObject order = Http.json(server.visitor().get("/api/v1/orders/" + token));
            placed.add(new Placed(order.getString("orderId", ""), order.getString("orderNumber"), token, guest));
        }
    }

    /** Types all of it and goes away. */
    void half(String one) {
        try (Browser phone = Browser.phoneAt(server)) {
            typeAtCheckout(phone.page(), marks.guest(one));
            phone.page().locator(".back a").click();
            phone.page().waitForURL("**/cart");
        }
    }

    private void typeAtCheckout(Page page, Marks.Words guest) {
        page.navigate("/" + SLUG + "/articles/101?type=DELIVERY");
        page.locator("fieldset[data-forced=true] input[type=radio]").first().check();
        page.locator("#quantity").fill("3");
        page.locator("[name=note]").fill(guest.note());
        page.locator("button.article-add").click();
        page.waitForURL(Pattern.compile(".*/" + SLUG + "\\?.*"));
        page.navigate("/" + SLUG + "/checkout");
        ShopGuest.name(page).fill(guest.name());
        page.locator("[name='guest.phone']").fill(guest.phone());
        page.locator("[name='guest.email']").fill(guest.mail());
        page.locator("[name='deliveryAddress.street']").fill(guest.street());
        page.locator("[name='deliveryAddress.note']").fill(guest.note());
        page.locator("[name='deliveryAddress.postcode']").fill("10115");
        page.locator("[name='deliveryAddress.postcode']").blur();
        page.locator("[name='deliveryAddress.city']").fill("Berlin");
        page.locator("#note").fill(guest.note());
    }

    Placed pickup(String one) {
        return order(one, body(marks.guest(one), null, null), 201);
    }

    Placed delivery(String one) {
        Marks.Words guest = marks.guest(one);
        return order(one, body(guest, address(guest), null), 201);
    }

    /** For the last time that is offered. */
    Placed later(String one) {
        List<JsonObject> slots = Http.json(server.visitor().get("/api/v1/locations/" + SLUG + "/times"))
                .getJsonArray("slots")
                .getValuesAs(JsonObject.class);
        String last = slots.get(slots.size() - 1).getString("at");
        return order(one, body(marks.guest(one), null, last), 201);
    }

    /** The fourth order of one mailbox waits for a click in a mail; it comes, or it does not. */
    void byClick(String one, boolean clicks) {
        for (int i = 0; i < 3; i++) pickup(one);
        Marks.Words guest = marks.guest(one);
        String body = body(guest, address(guest), null);
        post(body, UUID.randomUUID().toString(), 202);
        URI link = eventually("the question", () -> link(guest), Optional::isPresent)
                .orElseThrow();
        if (!clicks) return;
        Http reader = Http.on(link.resolve("/").toString());
        Matcher token = TOKEN.matcher(reader.get(link.getPath()).body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> done = reader.post(link.getPath(), Map.of("token", token.group(1)));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    }

    private static Optional<URI> link(Marks.Words guest) {
        return MailServer.mailsWhere(to -> to.equalsIgnoreCase(guest.mail())).stream()
                .map(mail -> CLICK.matcher(mail.text()))
                .filter(Matcher::find)
                .map(found -> URI.create(found.group()))
                .findFirst();
    }

    /** What no shop takes: it is answered, and leaves nothing. */
    void refused(String one) {
        Marks.Words guest = marks.guest(one);
        String body = body(guest, address(guest), null);
        post(
                body.replace(guest.phone(), "ruf " + guest.note().replace("\"", "")),
                UUID.randomUUID().toString(),
                422);
        post(
                body.replace("\"quantity\":3", "\"quantity\":\"" + guest.name() + "\""),
                UUID.randomUUID().toString(),
                422);
        post(body.substring(0, body.length() - 3), UUID.randomUUID().toString(), 400);
        assertThat(server.visitor().get("/orders/" + marks.letters() + one).statusCode())
                .isEqualTo(404);
    }

    private static JsonObject address(Marks.Words guest) {
        return Json.createObjectBuilder()
                .add("street", guest.street())
                .add("postcode", "10115")
                .add("city", "Berlin")
                .add("country", "DE")
                .add("note", guest.note())
                .build();
    }

    private static String body(Marks.Words guest, @Nullable JsonObject address, @Nullable String at) {
        JsonObjectBuilder who = Json.createObjectBuilder()
                .add("name", guest.name())
                .add("phone", guest.phone())
                .add("email", guest.mail())
                .add("language", "de");
        JsonObjectBuilder size =
                Json.createObjectBuilder().add("groupId", "size").add("optionId", "26");
        JsonObjectBuilder line = Json.createObjectBuilder()
                .add("articleId", "101")
                .add("quantity", 3)
                .add("options", Json.createArrayBuilder().add(size))
                .add("note", guest.note());
        return Json.createObjectBuilder()
                .add("location", SLUG)
                .add("orderType", address == null ? "PICKUP" : "DELIVERY")
                .add("guest", who)
                .add("deliveryAddress", address == null ? JsonValue.NULL : address)
                .add("fulfilAt", at == null ? JsonValue.NULL : Json.createValue(at))
                .add("note", guest.note())
                .add("lines", Json.createArrayBuilder().add(line))
                .add("payment", Json.createObjectBuilder().add("method", address == null ? "AT_PICKUP" : "AT_DOOR"))
                .add("expectedTotal", JsonValue.NULL)
                .build()
                .toString();
    }

    private Placed order(String one, String body, int status) {
        JsonObject answer = Http.json(post(body, UUID.randomUUID().toString(), status));
        String token = answer.getString("trackingUrl").replaceFirst(".*/orders/", "");
        Placed order =
                new Placed(answer.getString("orderId"), answer.getString("orderNumber"), token, marks.guest(one));
        placed.add(order);
        return order;
    }

    private HttpResponse<String> post(String body, String key, int status) {
        HttpResponse<String> answer = server.visitor().postJson("/api/v1/orders", body, "Idempotency-Key", key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    /** One act of a manager at an order; it must be done, not refused. */
    void act(Page desk, Placed order, String act, String... fields) {
        String sheet = server.base() + "/portal/orders/" + order.id();
        desk.navigate(sheet);
        FormData form = FormData.create()
                .set("csrf", desk.locator("input[name=csrf]").first().inputValue());
        for (int i = 0; i < fields.length; i += 2) form.set(fields[i], fields[i + 1]);
        var answer =
                desk.request().post(sheet + "/" + act, RequestOptions.create().setForm(form));
        assertThat(answer.url()).as(act).contains("done=");
    }
}
