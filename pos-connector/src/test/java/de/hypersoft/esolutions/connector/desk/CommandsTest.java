package de.hypersoft.esolutions.connector.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.hypersoft.esolutions.connector.portal.Portal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sends from the till by hand: pictures, blocks, counters. */
class CommandsTest {

    private static final int MEGABYTE = 1024 * 1024;

    private final List<String> calls = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    private final HttpServer server;
    private int status = 204;
    private String problem = "";

    CommandsTest() throws IOException {
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
    void each_picture_goes_to_the_article_its_file_is_named_by(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("101.jpg"), new byte[] {1, 2, 3});
        Files.write(folder.resolve("A 7.PNG"), new byte[] {4});

        boolean all = new Images(portal(), out).upload(folder);

        assertThat(all).isTrue();
        assertThat(calls)
                .containsExactly(
                        "PUT /images/101 image/jpeg Bearer token 3", "PUT /images/A%207 image/png Bearer token 1");
        assertThat(words()).contains("101.jpg: uploaded", "images: 2 uploaded, 0 not");
    }

    @Test
    void the_picture_at_the_head_of_the_shop_goes_to_an_address_of_its_own(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("_header.webp"), new byte[5]);

        assertThat(new Images(portal(), out).upload(folder)).isTrue();

        assertThat(calls).containsExactly("PUT /header-picture image/webp Bearer token 5");
        assertThat(words()).contains("_header.webp: uploaded");
    }

    @Test
    void a_picture_over_the_portals_limit_of_2_MB_is_not_even_sent_and_the_others_are(@TempDir Path folder)
            throws IOException {
        Files.write(folder.resolve("101.jpg"), new byte[2 * MEGABYTE + 1]);
        Files.write(folder.resolve("102.jpg"), new byte[2 * MEGABYTE]);
        Files.writeString(folder.resolve("notes.txt"), "buy flour");

        boolean all = new Images(portal(), out).upload(folder);

        assertThat(all).isFalse();
        assertThat(calls).containsExactly("PUT /images/102 image/jpeg Bearer token " + 2 * MEGABYTE);
        assertThat(words())
                .contains("101.jpg: not uploaded, larger than 2 MB")
                .contains("notes.txt: not uploaded, the name is ARTICLE.jpg, .png or .webp")
                .contains("images: 1 uploaded, 2 not");
    }

    @Test
    void T23_a_refused_picture_is_told_with_the_portals_words(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("101.jpg"), new byte[] {1});
        refuse(403, "head-office-only", "pictures come from the head office, not from a location (T23)");

        assertThat(new Images(portal(), out).upload(folder)).isFalse();

        assertThat(words()).contains("101.jpg: not uploaded, 403 head-office-only (pictures come from the head office");
    }

    @Test
    void a_block_names_its_article_and_its_end() {
        boolean blocked = availability().block("101", Instant.parse("2026-11-23T05:00:00Z"));

        assertThat(blocked).isTrue();
        assertThat(bodies)
                .containsExactly("{\"blocks\":[{\"articleId\":\"101\",\"until\":\"2026-11-23T05:00:00Z\"}],"
                        + "\"unblocks\":[],\"counters\":[]}");
        assertThat(words()).contains("blocked 101");
    }

    @Test
    void a_block_without_an_end_lasts_until_somebody_unblocks() {
        availability().block("101", null);
        availability().unblock("101");

        assertThat(bodies)
                .containsExactly(
                        "{\"blocks\":[{\"articleId\":\"101\"}],\"unblocks\":[],\"counters\":[]}",
                        "{\"blocks\":[],\"unblocks\":[\"101\"],\"counters\":[]}");
        assertThat(words()).contains("unblocked 101");
    }

    @Test
    void a_count_of_zero_is_not_no_count() {
        availability().count("101", 0);

        assertThat(bodies)
                .containsExactly(
                        "{\"blocks\":[],\"unblocks\":[],\"counters\":[{\"articleId\":\"101\",\"remaining\":0}]}");
        assertThat(words()).contains("counted 101 = 0");
    }

    @Test
    void what_the_portal_refuses_is_told_with_its_words() {
        refuse(422, "invalid-id", "this is no article id");

        assertThat(availability().block("?", null)).isFalse();

        assertThat(words()).contains("not blocked ?: 422 invalid-id (this is no article id)");
    }

    private void refuse(int with, String code, String detail) {
        status = with;
        problem = "{\"code\":\"" + code + "\",\"detail\":\"" + detail + "\"}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        calls.add(exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getRawPath().substring(Portal.BASE.length()) + " "
                + headers.getFirst("Content-Type") + " " + headers.getFirst("Authorization") + " " + body.length);
        if (body.length < 1_000) bodies.add(new String(body, StandardCharsets.UTF_8));
        byte[] bytes = problem.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private AvailabilityCommand availability() {
        return new AvailabilityCommand(portal(), out);
    }

    private Portal portal() {
        return new Portal(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "token", Locale.ENGLISH);
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
