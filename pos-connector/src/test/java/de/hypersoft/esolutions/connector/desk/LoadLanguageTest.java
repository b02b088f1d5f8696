package de.hypersoft.esolutions.connector.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
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

/** What became of a load, as somebody reads it who speaks no English and knows no codes. */
class LoadLanguageTest {

    private final List<String> asked = new ArrayList<>();
    private final HttpServer server;
    private int status = 200;
    private String report = "";

    LoadLanguageTest() throws IOException {
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
    void a_german_till_reads_german(@TempDir Path folder) throws IOException {
        report = "{\"state\":\"HELD\",\"words\":null,\"missing\":{\"onSale\":79,\"dishes\":34},\"refused\":["
                + finding("optionGroup", "dip", "Dip", "unknown-allergen") + "],\"notes\":["
                + finding("article", "101", "Suppe", "taken-once") + "]}";

        String words = loaded(folder);

        assertThat(words)
                .contains("Abfrage dip »Dip«: Wort für unknown-allergen [unknown-allergen]")
                .contains("Hinweis: Artikel 101 »Suppe«: Wort für taken-once", "1 Hinweis;", "34 von 79 Gerichten")
                .contains("Bericht: zurückgehalten, bis im Portal jemand entscheidet; 1 abgelehnt")
                .doesNotContain("loaded", "note:", "refused", "why ", "HELD");
        assertThat(words.lines().reduce("", (before, line) -> line))
                .startsWith("Ergebnis: zurückgehalten")
                .endsWith("(Exit-Code 4)");
        assertThat(asked).isNotEmpty().containsOnly("de");
    }

    @Test
    void why_a_whole_load_was_refused_is_said_in_the_words_of_the_portal(@TempDir Path folder) throws IOException {
        status = 409;
        report = "{\"state\":\"REFUSED\",\"code\":\"version-taken\",\"detail\":\"why\","
                + "\"words\":\"Diesen Stand gibt es schon\",\"refused\":[]}";

        assertThat(loaded(folder))
                .contains("nicht geladen, Stand v1: Diesen Stand gibt es schon", "Bericht: nicht angenommen; 0")
                .doesNotContain("REFUSED", "why");
    }

    private String loaded(Path folder) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        new Catalogue(new Portal(address, "token", Locale.GERMAN), folder, out, new ConnectorTexts(Locale.GERMAN))
                .full(Files.writeString(folder.resolve("menu.json"), "{\"version\":\"v1\",\"baseVersion\":null}"));
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String finding(String kind, String id, String name, String code) {
        return "{\"kind\":\"" + kind + "\",\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"code\":\"" + code
                + "\",\"detail\":\"why " + code + "\",\"words\":\"Wort für " + code + "\",\"cause\":null}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestHeaders().getFirst("Accept-Language"));
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("PUT") ? status : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
