package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.it.contract.ContractDocument;
import de.hypersoft.esolutions.portal.PortalRoute;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract of the tills' wire is true: what the running system answers to tills is what it says. */
@SystemTest
class TillContractIT {

    private static final String WIRE = "/portal/api/pos/v1";
    private static final String FILE =
            "portal-war/src/main/resources/de/hypersoft/esolutions/portal/pos/contract/openapi.json";

    private final ContractDocument contract =
            ContractDocument.of(Http.visitor().get(WIRE + "/openapi").body());

    @Test
    void what_is_served_is_what_is_committed() {
        assertThat(contract.json()).isEqualTo(ContractDocument.committed(FILE).json());
    }

    @Test
    void every_address_of_the_wire_is_described_and_nothing_else() {
        Set<String> routes = PortalRoute.wire().stream()
                .map(route -> route.method() + " /portal" + route.path())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(contract.operations()).isEqualTo(routes);
    }

    /** One story of a till, from its pairing to the end of an order; each answer is held against the contract. */
    @Test
    void each_address_answers_what_it_is_described_to_answer() {
        ScopeStage stage = new ScopeStage();
        Asker nobody = Asker.nobody();
        Asker till = stage.asker("own-till");
        Asker office = stage.asker("office");
        String journal = stage.filled("{journal}", "own-till");

        says("GET", "/ping", nobody.get(WIRE + "/ping"), 200);
        says("GET", "/openapi", nobody.get(WIRE + "/openapi"), 200);
        pairs(stage, nobody);
        claims(stage, till, office, journal);
        tells(stage, till, journal);
        loads(stage, till, office);
        pictures(till, office);

        assertThat(contract.met()).isEqualTo(contract.operations());
    }

    @Test
    void people_read_the_same_contract_in_their_language() {
        String german =
                Http.visitor().get("/portal/wire", "Accept-Language", "de").body();
        String english =
                Http.visitor().get("/portal/wire", "Accept-Language", "en").body();

        assertThat(german).contains("Fehlercodes", "operation-claim", "code-journal-rolled-back");
        assertThat(english).contains("Error codes", "operation-claim", "code-journal-rolled-back");
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(english).contains(operation));
    }

    private void pairs(ScopeStage stage, Asker nobody) {
        Asker.Answer shown = stage.asker("staff")
                .post("/portal/tills", Map.of("place", stage.name("a1"), "name", "Kasse neu", "kind", "TILL"));
        String pin = ScopeStage.found(shown.body(), "id=\"pin\">([0-9-]+)<");
        says("POST", "/pairings", post(nobody, "/pairings", "{}"), 422, "required");
        says("POST", "/pairings", post(nobody, "/pairings", "{"), 400, "malformed-body");
        says("POST", "/pairings", post(nobody, "/pairings", pairing("0000-000000")), 403, "wrong-pin");
        Asker.Answer paired = says("POST", "/pairings", post(nobody, "/pairings", pairing(pin)), 201);
        Asker plain = Asker.till(ScopeStage.read(paired.body()).getString("token"));
        says("POST", "/order-claims", post(plain, "/order-claims", claim("j", 1)), 403, "receives-no-orders");
    }

    private static String pairing(String pin) {
        return "{\"pin\":\"" + pin + "\",\"journalId\":\"j\",\"version\":\"test\"}";
    }

    private void claims(ScopeStage stage, Asker till, Asker office, String journal) {
        Asker.Answer claimed = says("POST", "/order-claims", post(till, "/order-claims", claim(journal, 2)), 200);
        JsonObject first =
                ScopeStage.read(claimed.body()).getJsonArray("claims").getJsonObject(0);
        assertThat(first.getJsonObject("order").getString("orderId")).isNotEmpty();
        says("POST", "/order-claims", post(till, "/order-claims", claim(journal, 2)), 409, "journal-rolled-back");
        says("POST", "/order-claims", post(till, "/order-claims", "{\"journalSeq\":-1}"), 422, "out-of-range");
        says("POST", "/order-claims", post(Asker.nobody(), "/order-claims", claim("j", 1)), 401, "unknown-token");
        says(
                "POST",
                "/order-claims",
                post(stage.asker("till"), "/order-claims", claim(stage.filled("{journal}", "till"), 2)),
                204);
        says(
                "POST",
                "/order-claims",
                post(office, "/order-claims", claim(stage.filled("{journal}", "office"), 2)),
                403,
                "receives-no-orders");
    }

    private static String claim(String journal, int seq) {
        return "{\"max\":20,\"waitSeconds\":0,\"journalId\":\"" + journal + "\",\"journalSeq\":" + seq + "}";
    }

    private void tells(ScopeStage stage, Asker till, String journal) {
        String order = stage.name("order");
        String other = stage.name("second-order");
        String events = "/orders/{orderId}/events";
        String told = "/orders/" + order + "/events";
        says("POST", events, post(till, told, event("1", "BOOKED")), 409, "not-acknowledged");
        String items = "[" + item(order, 1) + "," + item(order, 99) + "," + item("nothing", 1) + "]";
        String confirmed = "{\"journalId\":\"" + journal + "\",\"journalSeq\":4,\"items\":" + items + "}";
        Asker.Answer answers = says("POST", "/acknowledgements", post(till, "/acknowledgements", confirmed), 200);
        assertThat(answers.body()).contains("TRANSFERRED_AUTO", "order-taken-over", "unknown-order");
        says("POST", "/acknowledgements", post(till, "/acknowledgements", "{}"), 422, "required");
        says("POST", events, post(till, told, event("1", "BOOKED")), 204);
        says("POST", events, post(till, told, event("1", "RELEASED")), 409, "seq-taken");
        says("POST", events, post(till, told, event("2", "EATEN")), 422, "unknown-event-type");
        says("POST", events, post(till, told, event("2.5", "READY")), 422, "wrong-type");
        says("POST", events, post(till, "/orders/nothing/events", event("1", "READY")), 404, "unknown-order");
        String refusal = "/orders/{orderId}/refusal";
        String no = "{\"fence\":1,\"code\":\"test\"}";
        says("POST", refusal, post(till, "/orders/" + other + "/refusal", no), 204);
        says("POST", refusal, post(till, "/orders/" + order + "/refusal", no), 409, "order-taken-over");
        String done = "/tasks/{taskId}/done";
        says("POST", done, post(till, "/tasks/nothing/done", "{}"), 404, "unknown-task");
        says("POST", done, post(till, "/tasks/" + stage.name("task") + "/done", "{\"outcome\":\"UNABLE\"}"), 204);
    }

    private static String item(String order, int fence) {
        return "{\"orderId\":\"" + order + "\",\"fence\":" + fence + "}";
    }

    private static String event(String seq, String type) {
        return "{\"fence\":1,\"seq\":" + seq + ",\"type\":\"" + type + "\",\"at\":\"2026-11-22T18:03:11Z\"}";
    }

    private void loads(ScopeStage stage, Asker till, Asker office) {
        JsonObject menu = ScopeStage.read(ScopeStage.file("demo/catalog-linde-mitte.json"));
        String version = stage.name("version");
        JsonObject full = Json.createObjectBuilder(menu)
                .add("version", "2027-01-01T00:00:00Z")
                .build();
        JsonObject increment = Json.createObjectBuilder()
                .add("version", "2027-01-02T00:00:00Z")
                .add("baseVersion", "2027-01-01T00:00:00Z")
                .add("currency", "EUR")
                .add(
                        "articles",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("id", "a b")))
                .build();
        fits("PUT", menu.toString());
        says("PUT", "/catalog", send(till, "PUT", "/catalog", full.toString()), 200);
        Asker.Answer changed = says("PATCH", "/catalog", send(till, "PATCH", "/catalog", increment.toString()), 200);
        assertThat(ScopeStage.read(changed.body()).getJsonArray("refused")).hasSize(4);
        String again = increment.toString().replace("2027-01-02", "2027-01-03").replace("2027-01-01", "2020-01-01");
        says("PATCH", "/catalog", send(till, "PATCH", "/catalog", again), 409, "full-load-required");
        String taken = full.toString().replace("9.90", "9.80").replace("2027-01-01", "2027-01-02");
        says("PUT", "/catalog", send(till, "PUT", "/catalog", taken), 409, "version-taken");
        says("PUT", "/catalog", send(till, "PUT", "/catalog", "{"), 422, "malformed-json");
        says("PUT", "/catalog", send(till, "PUT", "/catalog", "{}"), 422, "required");
        says("PUT", "/catalog", send(office, "PUT", "/catalog", full.toString()), 403, "location-only");
        String report = "/catalog/report/{version}";
        says("GET", report, till.get(WIRE + "/catalog/report/" + version), 200);
        says("GET", report, till.get(WIRE + "/catalog/report/nothing"), 404, "unknown-version");
        says("PUT", "/availability", send(till, "PUT", "/availability", blocks("101")), 200);
        says("PUT", "/availability", send(till, "PUT", "/availability", blocks("nothing")), 422, "unknown-article");
        says("PUT", "/availability", send(till, "PUT", "/availability", "[]"), 422, "wrong-type");
    }

    private static String blocks(String article) {
        return "{\"blocks\":[{\"articleId\":\"" + article + "\",\"until\":\"2027-01-01T00:00:00Z\"}],"
                + "\"counters\":[{\"articleId\":\"102\",\"remaining\":4}]}";
    }

    private void pictures(Asker till, Asker office) {
        for (String path : new String[] {"/images/{articleId}", "/header-picture"}) {
            String at = WIRE + path.replace("{articleId}", "101");
            says("PUT", path, office.send("PUT", at, "", "image/png", ScopeDetails.picture()), 204);
            says("PUT", path, till.send("PUT", at, "", "image/png", ScopeDetails.picture()), 403, "head-office-only");
            byte[] none = "no picture".getBytes(StandardCharsets.UTF_8);
            says("PUT", path, office.send("PUT", at, "", "image/png", none), 422, "unknown-image-type");
        }
    }

    /** The demo's own catalogue is one by the contract. */
    private void fits(String method, String catalogue) {
        assertThat(contract.wrongBody(method + " " + WIRE + "/catalog", catalogue))
                .isEmpty();
    }

    private static Asker.Answer post(Asker asker, String path, String body) {
        return send(asker, "POST", path, body);
    }

    private static Asker.Answer send(Asker asker, String method, String path, String body) {
        return asker.json(method, WIRE + path, "", body);
    }

    private Asker.Answer says(String method, String path, Asker.Answer answer, int status, String code) {
        assertThat(ScopeStage.read(says(method, path, answer, status).body()).getString("code"))
                .isEqualTo(code);
        return answer;
    }

    private Asker.Answer says(String method, String path, Asker.Answer answer, int status) {
        String operation = method + " " + WIRE + path;
        String type = answer.raw().headers().firstValue("Content-Type").orElse("");
        assertThat(answer.status()).as(operation + " " + answer.body()).isEqualTo(status);
        contract.check(operation, status, type, answer.body());
        return answer;
    }
}
