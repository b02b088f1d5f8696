package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A form as no page of ours sends it: refused with a sentence, and nothing has happened. */
@SystemTest
class PortalRefusalsIT {

    private static final List<Path> TEXTS = Stream.of(
                    "portal-war/src/main/resources/de/hypersoft/esolutions/portal/messages_de.properties",
                    "domain/src/main/resources/de/hypersoft/esolutions/kernel/text/files_de.properties")
            .map(Path.of(System.getProperty("root"))::resolve)
            .toList();
    private static final Pattern PLACE =
            Pattern.compile("<select[^>]*name=\"place\"[^>]*>\\s*<option value=\"([0-9a-f-]{36})\"");

    private final Asker linde = Asker.signedIn("linde", "demo-linde");

    @Test
    void an_order_moves_by_no_fence_that_is_no_number_and_to_no_status_that_is_none() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser desk = Browser.desktop()) {
            Restaurant.signIn(desk.page());
            DeafTill.paired(desk.page(), "Linde Mitte"); // no till of another test waits for an order any more
        }
        String order = "/portal/orders/"
                + Storefront.placed(Http.visitor(), Storefront.pizzaFor("Refused" + UUID.randomUUID()))
                        .getString("orderId");

        assertThat(refused(order + "/manual-transfer", Map.of("fence", "seven")))
                .isEqualTo("invalid-fence");
        assertThat(refused(order + "/status", Map.of("status", "BURNT"))).isEqualTo("invalid-status");
        assertThat(linde.post(order + "/manual-transfer", Map.of("fence", "")).location())
                .as("nobody had it yet")
                .endsWith("?done=ticked");
        assertThat(linde.get(order + "?refused=invalid-status").body()).contains(text("invalid-status"));
    }

    @Test
    void a_till_of_a_kind_that_nobody_builds_is_not_added() {
        String page = linde.get("/portal/tills").body();
        Matcher place = PLACE.matcher(page);
        assertThat(place.find()).as(page).isTrue();

        Asker.Answer answer =
                linde.post("/portal/tills", Map.of("place", place.group(1), "name", "Toaster", "kind", "TOASTER"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(text("unknown-kind")).doesNotContain("Toaster");
    }

    @Test
    void a_guest_is_not_erased_by_whoever_has_not_ticked_that_it_is_meant() {
        Asker.Answer answer = linde.post(
                "/portal/guests/one/erasure",
                Map.of(
                        "guest",
                        "nobody@gast.example",
                        "order",
                        UUID.randomUUID().toString()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(text("not-confirmed"));
    }

    private String refused(String path, Map<String, String> form) {
        Asker.Answer answer = linde.post(path, form);
        assertThat(answer.status()).isEqualTo(303);
        return answer.location().replaceFirst(".*\\?refused=", "");
    }

    /** The sentence that a person reads for this code. */
    private static String text(String code) {
        Properties texts = new Properties();
        for (Path file : TEXTS)
            try (Reader in = Files.newBufferedReader(file)) {
                texts.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        return Objects.requireNonNull(texts.getProperty("refusal." + code), code);
    }
}
