package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

/** A device that fetches and acknowledges by hand, and books nothing by itself. */
final class DeafTill {

    private static final String WIRE = "/portal/api/pos/v1";

    private final String token;
    private final String journal = UUID.randomUUID().toString();
    private long seq;
    private long fence;

    private DeafTill(String pin) {
        HttpResponse<String> answer = Http.visitor()
                .postJson(
                        WIRE + "/pairings",
                        Json.createObjectBuilder()
                                .add("pin", pin)
                                .add("journalId", journal)
                                .build()
                                .toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        this.token = Http.json(answer).getString("token");
    }

    static DeafTill paired(Page page, String location) {
        page.navigate("/portal/tills");
        card(page, location).locator("form[action$='/pin'] button").click();
        return new DeafTill(page.locator("#pin").textContent().strip());
    }

    static Locator card(Page page, String location) {
        return page.locator("section", new Page.LocatorOptions().setHasText(location))
                .locator("li", new Locator.LocatorOptions().setHasText("Kasse 1"))
                .first();
    }

    List<String> offered() {
        HttpResponse<String> answer = call("/order-claims", "\"max\":50,\"waitSeconds\":0");
        if (answer.statusCode() == 204) return List.of();
        JsonArray claims = Http.json(answer).getJsonArray("claims");
        return claims.getValuesAs(JsonObject.class).stream()
                .map(claim -> {
                    fence = claim.getInt("fence");
                    return claim.getJsonObject("order").getString("orderId");
                })
                .toList();
    }

    /** Asks, and waits for so long until there is something. */
    HttpResponse<String> waits(int seconds) {
        return call("/order-claims", "\"max\":50,\"waitSeconds\":" + seconds);
    }

    /** Fetches everything, and acknowledges this one. */
    void takes(String order) {
        HttpResponse<String> answer = call("/order-claims", "\"max\":50,\"waitSeconds\":0");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonObject claim = Http.json(answer).getJsonArray("claims").getValuesAs(JsonObject.class).stream()
                .filter(c -> c.getJsonObject("order").getString("orderId").equals(order))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not offered: " + order + " in " + answer.body()));
        fence = claim.getInt("fence");
        String taken = call("/acknowledgements", "\"items\":[{\"orderId\":\"" + order + "\",\"fence\":" + fence + "}]")
                .body();
        assertThat(taken).contains("TRANSFERRED_AUTO");
    }

    /** Its folder comes from a backup: it begins anew with numbers that it has used. */
    HttpResponse<String> afterItsBackup() {
        seq = 0;
        return call("/order-claims", "\"max\":1,\"waitSeconds\":0");
    }

    HttpResponse<String> books(String order) {
        return Http.visitor()
                .postJson(
                        WIRE + "/orders/" + order + "/events",
                        "{\"fence\":" + fence + ",\"seq\":1,\"type\":\"BOOKED\",\"at\":null}",
                        "Authorization",
                        "Bearer " + token);
    }

    private HttpResponse<String> call(String path, String members) {
        return Http.visitor()
                .postJson(
                        WIRE + path,
                        "{\"journalId\":\"" + journal + "\",\"journalSeq\":" + ++seq + "," + members + "}",
                        "Authorization",
                        "Bearer " + token);
    }
}
