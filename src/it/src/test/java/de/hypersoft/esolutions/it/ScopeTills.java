package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Map;

/** The tills of both brands, with what they sent: menus, pictures, and at one location of each a load that is held. */
final class ScopeTills {

    private static final String WIRE = "/portal/api/pos/v1/";

    private final ScopeStage stage;
    private final Asker staff;
    private final String own;

    ScopeTills(ScopeStage stage, Asker staff, String own) {
        this.stage = stage;
        this.staff = staff;
        this.own = own;
    }

    void prepare() {
        stage.put("spare", pin("a1", "Reserve", "TILL")[0]);
        stage.put("office", pin("a1", "Zentrale " + own, "HEAD_OFFICE")[0]);
        String[] till = pin("a1", "Kasse " + own, "CONTROL_TILL");
        stage.put("till", till[0]);
        stage.put("till", Asker.till(paired(pin("a2", "Kasse zwei", "CONTROL_TILL")[1], "till")));
        stage.put("own-till", Asker.till(paired(till[1], "own-till")));
        stage.put("office", Asker.till(paired(pin("a1", "Zweite Zentrale", "HEAD_OFFICE")[1], "office")));
        pictures(stage.asker("office"));
        stage.put("version", ScopeStage.read(catalogue()).getString("version"));
        loads("a1", stage.asker("own-till"));
        loads("b1", Asker.till(paired(pin("b1", "Kasse drei", "CONTROL_TILL")[1], "foreign")));
        Asker.Answer file =
                staff.upload("/portal/sync/" + stage.name("a2") + "/files", "menu", "What,How much\nSoup,4.50\n");
        stage.put("upload", ScopeStage.found(file.location(), "/files/([0-9a-f-]{36})"));
        staff.post("/portal/sync/" + stage.name("a1"), Map.of());
        String claim = "{\"max\":1,\"waitSeconds\":0,\"journalId\":\"own-till" + own + "\",\"journalSeq\":1}";
        Asker.Answer claimed = stage.asker("own-till").json("POST", WIRE + "order-claims", "", claim);
        stage.put("task", ScopeStage.found(claimed.body(), "\"tasks\":\\[\\{[^}]*\"(?:taskId|id)\":\"([^\"]+)\""));
    }

    /** The whole menu, then so few dishes of it that this is held. */
    private void loads(String place, Asker till) {
        load(till, catalogue());
        JsonObject menu = ScopeStage.read(catalogue());
        JsonArrayBuilder kept = Json.createArrayBuilder();
        for (JsonObject article : menu.getJsonArray("articles").getValuesAs(JsonObject.class))
            if (!article.getString("id").matches("[12]\\d\\d")) kept.add(article);
        load(
                till,
                Json.createObjectBuilder(menu)
                        .add("version", "2026-11-25T05:58:00Z")
                        .add("articles", kept)
                        .build()
                        .toString());
        String held = stage.page("/portal/sync/" + stage.name(place) + "/held");
        stage.put("held-" + place, ScopeStage.found(held, "name=\"load\" value=\"([^\"]+)\""));
    }

    private static void load(Asker till, String catalogue) {
        Asker.Answer loaded = till.json("PUT", WIRE + "catalog", "", catalogue);
        assertThat(loaded.status()).as(loaded.body()).isEqualTo(200);
    }

    /** @return its id and its PIN */
    private String[] pin(String place, String name, String kind) {
        Asker.Answer added =
                staff.post("/portal/tills", Map.of("place", stage.name(place), "name", name, "kind", kind));
        assertThat(added.status()).as(added.body()).isEqualTo(200);
        String tills = stage.page("/portal/tills?location=" + stage.name(place));
        String id = ScopeStage.found(tills.substring(tills.indexOf(name)), "/portal/tills/([0-9a-f-]{36})/pin");
        return new String[] {id, ScopeStage.found(added.body(), "id=\"pin\">([0-9-]+)<")};
    }

    private String paired(String pin, String journal) {
        String body = "{\"pin\":\"" + pin + "\",\"journalId\":\"" + journal + own + "\",\"version\":\"test\"}";
        Asker.Answer paired = Asker.stranger().json("POST", WIRE + "pairings", "", body);
        assertThat(paired.status()).as(paired.body()).isEqualTo(201);
        return ScopeStage.read(paired.body()).getString("token");
    }

    private void pictures(Asker office) {
        for (Map.Entry<String, String> put :
                Map.of("header", "header-picture", "image", "images/101").entrySet()) {
            Asker.Answer answer = office.send("PUT", WIRE + put.getValue(), "", "image/png", ScopeDetails.picture());
            assertThat(answer.status()).as(answer.body()).isEqualTo(204);
            stage.put(
                    put.getKey(),
                    answer.raw().headers().firstValue("ETag").orElseThrow().replace("\"", ""));
        }
    }

    private static String catalogue() {
        return ScopeStage.file("demo/catalog-linde-mitte.json");
    }
}
