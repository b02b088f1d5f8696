package de.hypersoft.esolutions.connector.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.wire.Json;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    private static final String FULL = "{\"version\":\"v1\",\"baseVersion\":null}";
    private static final String CHANGE = "{\"version\":\"v2\",\"baseVersion\":\"v1\"}";

    private final List<String> calls = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final HttpServer server;
    private String version = "";
    private int fullStatus = 200;

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
    void each_refused_article_is_named_with_its_reason(@TempDir Path folder) throws IOException {
        fullStatus = 422;

        boolean taken = catalogue(folder).full(file(folder, FULL));

        assertThat(taken).isFalse();
        assertThat(words())
                .contains("article 101: the VAT class NONE is unknown [unknown-vat-class]", "REFUSED, 1 refused");
    }

    @Test
    void T57_an_increment_over_a_gap_is_preceded_by_the_full_catalogue_this_till_knows(@TempDir Path folder)
            throws IOException {
        Catalogue catalogue = catalogue(folder);
        catalogue.full(file(folder, FULL));
        version = "another";
        calls.clear();

        boolean taken = catalogue.increment(file(folder, CHANGE));

        assertThat(taken).isTrue();
        assertThat(calls).filteredOn(call -> !call.startsWith("GET")).containsExactly("PATCH", "PUT", "PATCH");
        assertThat(version).isEqualTo("v2");
    }

    @Test
    void T57_an_increment_over_a_gap_without_a_known_full_catalogue_asks_for_one(@TempDir Path folder)
            throws IOException {
        boolean taken = catalogue(folder).increment(file(folder, CHANGE));

        assertThat(taken).isFalse();
        assertThat(words()).contains("does not have version v1", "Load the full catalogue");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        calls.add(method);
        var body = Json.tree(exchange.getRequestBody().readAllBytes());
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
                : status == 409 ? "{\"code\":\"full-load-required\"}" : "{\"state\":\"STAGED\",\"refused\":[]}";
        byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Catalogue catalogue(Path folder) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Catalogue(new Portal(address, "token"), folder, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private static Path file(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("menu.json"), text);
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
