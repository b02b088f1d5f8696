package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two brands and one without a location, with one of everything that has an address, all of it at the first location of
 * the first brand, and whoever may ask for it.
 */
final class ScopeStage {

    private static final String PASSWORD = "wir-backen-selbst";

    private final String own = "s" + UUID.randomUUID().toString().substring(0, 7);
    private final Asker staff = Asker.signedIn("hosting", "demo-hosting");
    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, Asker> askers = new LinkedHashMap<>();

    ScopeStage() {
        bring("a", List.of("a1", "a2"));
        bring("b", List.of("b1"));
        bring("e", List.of());
        places();
        people();
        new ScopeTills(this, staff, own).prepare();
        new ScopeDomains(this, staff, own).prepare();
        order();
    }

    /** By the column of the table, in its order. */
    Map<String, Asker> askers() {
        return askers;
    }

    Asker asker(String column) {
        return Objects.requireNonNull(askers.get(column), column);
    }

    void put(String called, String is) {
        names.put(called, is);
    }

    void put(String column, Asker asker) {
        askers.put(column, asker);
    }

    String name(String called) {
        return Objects.requireNonNull(names.get(called), called);
    }

    /** Puts what things are called here in the place of what the table calls them. */
    String filled(String text, String asker) {
        String result = text.replace("{me}", asker + own).replace("{journal}", asker + own);
        for (Map.Entry<String, String> name : names.entrySet())
            result = result.replace("{" + name.getKey() + "}", name.getValue());
        return result;
    }

    /** Another session of the manager of that login in brand a. */
    Asker again(String login) {
        return Asker.signedIn(own + login, PASSWORD);
    }

    /** From now on that manager is there for this location of brand a alone. */
    void move(String login, String place) {
        String users = page("/portal/users?location=" + name("brand-a"));
        String user = found(users, "(/portal/users/[0-9a-f-]{36})\"><bdi>Person " + login + "<");
        Map<String, String> form =
                Map.of("name", "Person " + login, "role", "MANAGER", "locations", name(place), "mail", "");
        assertThat(staff.post(user, form).status()).isEqualTo(303);
    }

    /** The host of that brand's shop. */
    String host(String brand) {
        return own + brand + ".localhost";
    }

    private void bring(String brand, List<String> locations) {
        JsonObject demo = read(file("demo/brand.json"));
        JsonObject first = demo.getJsonArray("locations").getJsonObject(0);
        JsonArrayBuilder described = Json.createArrayBuilder();
        for (String location : locations)
            described.add(Json.createObjectBuilder(first)
                    .add("slug", own + "-" + location)
                    .add("name", "Haus " + own + " " + location));
        JsonArrayBuilder people = Json.createArrayBuilder().add(person(brand + "-chef"));
        String file = Json.createObjectBuilder(demo)
                .add(
                        "brand",
                        Json.createObjectBuilder(demo.getJsonObject("brand"))
                                .add("slug", own + brand)
                                .add("name", "Marke " + own + brand))
                .add(
                        "hosts",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("name", host(brand))
                                        .add("kind", "DEMO")))
                .add("locations", described)
                .add("users", people)
                .build()
                .toString();
        Asker.Answer made = staff.upload("/portal/tenants", "brand", file);
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        names.put("brand-" + brand, made.location().replaceAll(".*location=", ""));
    }

    private JsonObjectBuilder person(String login) {
        return Json.createObjectBuilder()
                .add("login", own + login)
                .add("name", "Person " + login)
                .add("role", "MANAGER")
                .add("locations", Json.createArrayBuilder().add("*"))
                .add("password", PASSWORD);
    }

    private void places() {
        for (String brand : List.of("a", "b")) {
            String page = page("/portal/users?location=" + name("brand-" + brand));
            Matcher places = Pattern.compile("name=\"locations\" value=\"([^\"]+)\"[^>]*>Haus \\w+ (\\w+)<")
                    .matcher(page);
            while (places.find()) names.put(places.group(2), places.group(1));
        }
        for (String place : List.of("a1", "a2", "b1")) names.put(place + "-slug", own + "-" + place);
        names.put("a1-name", "Haus " + own + " a1");
        names.put("unknown", UUID.randomUUID().toString());
    }

    private void people() {
        manager("one", name("a1"));
        manager("two", name("a2"));
        manager("none", "");
        manager("target", name("a1"));
        String users = page("/portal/users?location=" + name("brand-a"));
        names.put("user", found(users, "/portal/users/([0-9a-f-]{36})\"><bdi>Person target<"));
        names.put("user-login", own + "target");
        askers.put("staff", staff);
        askers.put("brand", Asker.signedIn(own + "a-chef", PASSWORD));
        askers.put("place", Asker.signedIn(own + "one", PASSWORD));
        askers.put("sister", Asker.signedIn(own + "two", PASSWORD));
        askers.put("nothing", Asker.signedIn(own + "none", PASSWORD));
        askers.put("empty", Asker.signedIn(own + "e-chef", PASSWORD));
        askers.put("other", Asker.signedIn(own + "b-chef", PASSWORD));
    }

    private void manager(String login, String location) {
        Map<String, String> form =
                new TreeMap<>(Map.of("login", own + login, "name", "Person " + login, "role", "MANAGER"));
        if (!location.isEmpty()) form.put("locations", location);
        String made =
                staff.post("/portal/users?location=" + name("brand-a"), form).body();
        String link = found(made, "(/portal/password/[A-Za-z0-9_-]{20,})");
        assertThat(Asker.nobody().post(link, Map.of("password", PASSWORD)).location())
                .startsWith("/portal/sign-in");
    }

    private void order() {
        names.put("guest-mail", own + "@gast.example");
        names.put("guest-name", "Gerda " + own);
        for (String name : List.of("order", "second-order")) {
            String body = Storefront.pizza(own + "-a1")
                    .replace("gerda@gast.example", name("guest-mail"))
                    .replace("Gerda Gast", name("guest-name"));
            Asker.Answer placed = Asker.stranger()
                    .json(
                            "POST",
                            "/api/v1/orders",
                            host("a"),
                            body,
                            "Idempotency-Key",
                            UUID.randomUUID().toString());
            assertThat(placed.status()).as(placed.body()).isEqualTo(201);
            names.put(name, read(placed.body()).getString("orderId"));
            names.put(name + "-token", found(placed.body(), "/orders/([A-Za-z0-9_-]{20,})"));
        }
        String mails = "/portal/mails?location=" + name("a1");
        Eventually.within(
                Duration.ofSeconds(20), "the guest's mail", () -> page(mails), p -> p.contains(name("guest-mail")));
        names.put("mail", found(page(mails), "/portal/mails/([0-9a-f-]{36})"));
        Asker guest = Asker.stranger();
        String article = "/" + own + "-a1/articles/101";
        Asker.Answer open = guest.send("GET", article + "?form", host("a"), "", "");
        guest.keep(open);
        names.put("guest-token", found(open.body(), "name=\"token\" value=\"([^\"]+)\""));
        names.put("static-version", found(open.body(), "/static/([^\"/?]+)/"));
        names.put("static-name", found(open.body(), "/static/[^\"/?]+/([^\"?]+)"));
        names.put("colour", found(open.body(), "/brand/([^\"/]+)\\.css"));
        Map<String, String> form = Map.of(
                "token",
                name("guest-token"),
                found(open.body(), "type=\"radio\" name=\"([^\"]+)\" value=\"26\""),
                "26",
                "quantity",
                "1");
        Asker.Answer added =
                guest.send("POST", article, host("a"), "application/x-www-form-urlencoded", guest.encoded(form));
        assertThat(added.status()).as(added.body()).isEqualTo(303);
        ScopeDetails details = new ScopeDetails(staff, name("brand-a"));
        names.put("wish", details.wish(guest, host("a"), name("order-token")));
        names.put("whole-block", details.block(name("order"), true));
        names.put("block", details.block(name("second-order"), false));
        names.put("staff-session", details.session());
        askers.put("guest", guest);
        askers.put("nobody", Asker.nobody());
    }

    String page(String path) {
        Asker.Answer answer = staff.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    static String found(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.group(1);
    }

    static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    static String file(String name) {
        try {
            return Files.readString(Folders.root().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
