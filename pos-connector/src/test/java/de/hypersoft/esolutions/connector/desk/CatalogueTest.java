package de.hypersoft.esolutions.connector.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.Loaded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private static final String FULL = "{\"version\":\"v1\",\"baseVersion\":null}";
    private static final String CHANGE = "{\"version\":\"v2\",\"baseVersion\":\"v1\"}";

    private final List<String> calls = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final HttpServer server;
    private String version = "";
    private int fullStatus = 200;
    private String taken = "{\"state\":\"STAGED\",\"refused\":[]}";

    CatalogueTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    }

    @BeforeEach
    void open() {
        server.createContext(Portal.BASE, this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void a_file_in_another_encoding_is_not_sent_and_the_place_is_told(@TempDir Path folder) throws IOException {
        Path ansi = folder.resolve("menu.json");
        Files.write(
                ansi,
                "{\"version\":\"v1\",\n\"articles\":[{\"name\":{\"de\":\"Käse\"}}]}"
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(catalogue(folder).full(ansi).taken()).isFalse();
        assertThat(catalogue(folder).increment(ansi).taken()).isFalse();

        assertThat(words()).contains("Windows-1252", "line 2", "byte 46", "UTF-8");
        assertThat(calls).isEmpty();
    }

    @Test
    void a_file_in_UTF_16_is_named_so_with_and_without_its_mark(@TempDir Path folder) throws IOException {
        Path wide = folder.resolve("menu.json");
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Files.write(wide, FULL.getBytes(charset));
            assertThat(catalogue(folder).full(wide).taken()).isFalse();
        }

        assertThat(words().split("UTF-16", -1)).hasSize(4);
        assertThat(calls).isEmpty();
    }

    @Test
    void a_file_with_a_byte_order_mark_is_loaded(@TempDir Path folder) throws IOException {
        assertThat(catalogue(folder).full(file(folder, "\uFEFF" + FULL)).taken())
                .isTrue();
    }

    @Test
    void each_refused_article_is_named_with_its_reason(@TempDir Path folder) throws IOException {
        fullStatus = 422;

        Loaded loaded = catalogue(folder).full(file(folder, FULL));

        assertThat(loaded).isEqualTo(Loaded.NOT);
        assertThat(words())
                .contains(
                        "article 101: the VAT class NONE is unknown [unknown-vat-class]",
                        "report: not taken; 1 refused");
    }

    @Test
    void T57_an_increment_over_a_gap_is_preceded_by_the_full_catalogue_this_till_knows(@TempDir Path folder)
            throws IOException {
        Catalogue catalogue = catalogue(folder);
        catalogue.full(file(folder, FULL));
        version = "another";
        calls.clear();

        Loaded loaded = catalogue.increment(file(folder, CHANGE));

        assertThat(loaded).isEqualTo(Loaded.WHOLE);
        assertThat(calls).filteredOn(call -> !call.startsWith("GET")).containsExactly("PATCH", "PUT", "PATCH");
        assertThat(version).isEqualTo("v2");
    }

    @Test
    void T57_an_increment_over_a_gap_without_a_known_full_catalogue_asks_for_one(@TempDir Path folder)
            throws IOException {
        Loaded loaded = catalogue(folder).increment(file(folder, CHANGE));

        assertThat(loaded).isEqualTo(Loaded.NOT);
        assertThat(words()).contains("does not have version v1", "Load the full catalogue");
    }

    @Test
    void a_load_with_refused_dishes_ends_with_another_code_than_a_whole_one(@TempDir Path folder) throws IOException {
        taken =
                "{\"state\":\"STAGED\",\"refused\":[{\"kind\":\"article\",\"id\":\"101\",\"code\":\"unknown-vat-class\","
                        + "\"detail\":\"the VAT class NONE is unknown\"}]}";

        Loaded loaded = catalogue(folder).full(file(folder, FULL));

        assertThat(loaded.exitCode()).isEqualTo(3);
        assertThat(lastLine()).contains("1 refused", "exit code 3");
    }

    @Test
    void a_load_that_is_held_says_so_in_its_last_line_and_exit_code(@TempDir Path folder) throws IOException {
        taken = "{\"state\":\"HELD\",\"refused\":[],\"missing\":{\"onSale\":79,\"dishes\":34}}";

        Loaded loaded = catalogue(folder).full(file(folder, FULL));

        assertThat(loaded.exitCode()).isEqualTo(4);
        assertThat(lastLine()).contains("held", "34 of 79 dishes");
        assertThat(folder.resolve(Catalogue.KNOWN_FULL))
                .as("the portal has it, so an increment builds on it")
                .exists();
    }

    @Test
    void a_whole_load_ends_well(@TempDir Path folder) throws IOException {
        Loaded loaded = catalogue(folder).full(file(folder, FULL));

        assertThat(loaded.exitCode()).isZero();
        assertThat(lastLine()).contains("nothing refused");
    }

    @Test
    void what_was_taken_and_is_worth_knowing_is_told_with_the_place_of_the_report(@TempDir Path folder)
            throws IOException {
        taken = "{\"state\":\"STAGED\",\"refused\":[],\"notes\":[{\"kind\":\"catalogue\",\"id\":\"\","
                + "\"code\":\"unknown-member\",\"detail\":\"nobody reads the member prize\"}]}";

        Loaded loaded = catalogue(folder).full(file(folder, FULL));

        assertThat(loaded.exitCode()).isZero();
        assertThat(words())
                .contains("note: catalogue: nobody reads the member prize [unknown-member]")
                .contains("The report has 1 note", address() + "/portal/sync")
                .contains(address() + "/portal/api/pos/v1/catalog/report/v1");
    }

    @Test
    void a_cause_stands_first_by_its_name_and_what_follows_from_it_is_counted_below(@TempDir Path folder)
            throws IOException {
        taken = "{\"state\":\"STAGED\",\"refused\":["
                + finding("article", "1", "Pommes", "refused-option-group", "\"optionGroup dip\"") + ","
                + finding("article", "2", "Menü", "refused-article", "\"article 1\"") + ","
                + finding("optionGroup", "dip", "Dip", "unknown-allergen", "null") + ","
                + finding("article", "7", "Ei", "refused-article", "\"article 8\"") + ","
                + finding("article", "8", "Huhn", "refused-article", "\"article 7\"") + "]}";

        catalogue(folder).full(file(folder, FULL));

        assertThat(words().lines())
                .containsSubsequence(
                        "  option group dip »Dip«: Wort für unknown-allergen [unknown-allergen]",
                        "    and because of that 2 more: article 1 »Pommes«, article 2 »Menü«")
                .noneMatch(line -> line.contains("refused-option-group"))
                .contains("report: taken, guests see it from the day change on; 5 refused");
        assertThat(words()).as("a circle is told whole").contains("»Ei«", "»Huhn«");
    }

    private static String finding(String kind, String id, String name, String code, String cause) {
        return "{\"kind\":\"" + kind + "\",\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"code\":\"" + code
                + "\",\"detail\":\"why " + code + "\",\"words\":\"Wort für " + code + "\",\"cause\":" + cause + "}";
    }

    @Test
    void a_load_without_notes_speaks_of_none(@TempDir Path folder) throws IOException {
        catalogue(folder).full(file(folder, FULL));

        assertThat(words()).doesNotContain("note");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DISCARDED", "SUPERSEDED", "REFUSED", "WITHDRAWN", ""})
    void a_load_that_guests_will_never_see_does_not_end_as_loaded(String state, @TempDir Path folder)
            throws IOException {
        taken = "{\"state\":\"" + state + "\",\"refused\":[]}";

        Loaded loaded = catalogue(folder).full(file(folder, FULL));

        assertThat(loaded.exitCode()).isEqualTo(1);
        assertThat(words()).contains("not loaded version").doesNotContain("result: loaded");
        assertThat(lastLine()).startsWith("result: not shown").contains("send it again under a new version");
        assertThat(folder.resolve(Catalogue.KNOWN_FULL)).doesNotExist();
    }

    @Test
    void an_answer_that_is_no_report_is_no_load(@TempDir Path folder) throws IOException {
        taken = "<html>Welcome to the hotel's network</html>";

        assertThat(catalogue(folder).full(file(folder, FULL)).exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STAGED", "PUBLISHED", "PENDING", "UNCHANGED"})
    void a_load_that_guests_see_now_or_from_the_day_change_on_ends_as_loaded(String state, @TempDir Path folder)
            throws IOException {
        taken = "{\"state\":\"" + state + "\",\"refused\":[]}";

        assertThat(catalogue(folder).full(file(folder, FULL)).exitCode()).isZero();
    }

    private String lastLine() {
        List<String> lines = words().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        calls.add(method);
        var body = ConnectorJson.tree(exchange.getRequestBody().readAllBytes());
        int status = 200;
        if (method.equals("PUT")) {
            status = fullStatus;
            version = body.path("version").asText();
        } else if (method.equals("PATCH")) {
            boolean fits = body.path("baseVersion").asText().equals(version);
            status = fits ? 200 : 409;
            version = fits ? body.path("version").asText() : version;
        } else if (fullStatus != 200) {
            status = 404;
        }
        String report = status == 422
                ? "{\"state\":\"REFUSED\",\"refused\":[{\"kind\":\"article\",\"id\":\"101\",\"code\":\"unknown-vat-class\","
                        + "\"detail\":\"the VAT class NONE is unknown\"}]}"
                : status == 409 ? "{\"code\":\"full-load-required\"}" : taken;
        byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Catalogue catalogue(Path folder) {
        Portal portal = new Portal(URI.create(address()), "token", Locale.ENGLISH);
        return new Catalogue(
                portal,
                folder,
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new ConnectorTexts(Locale.ENGLISH));
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static Path file(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("menu.json"), text);
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
