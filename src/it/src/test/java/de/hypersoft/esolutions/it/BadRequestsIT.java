package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no browser and no till of ours sends them: each gets a clear 4xx, and none is an incident. */
@SystemTest
@Tag("smoke")
class BadRequestsIT {

    private static final URI SHOP = Http.visitor().base();
    private static final int MORE_THAN_ANY = 80 * 1024 * 1024;

    /** The body itself is never sent: who waited for it would not answer. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/orders, application/json, 65537",
        "/api/v1/orders, application/json, 13000000",
        "/api/v1/orders, application/json, 60000000",
        "/linde-mitte/checkout, application/x-www-form-urlencoded, 60000000",
        "/portal/sign-in, application/x-www-form-urlencoded, 300000",
        "/portal/sign-in, application/x-www-form-urlencoded, 60000000",
        "/portal/api/pos/v1/pairings, application/json, 65537",
        "/portal/api/pos/v1/pairings, application/json, 60000000",
    })
    void a_body_that_says_it_is_too_large_is_refused_unread(String path, String type, String length) {
        assertThat(answer(
                        "POST",
                        path,
                        "Content-Type: " + type,
                        "Content-Length: " + length,
                        "Idempotency-Key: 12345678"))
                .startsWith("HTTP/1.1 413 ")
                .containsIgnoringCase("Connection: close");
    }

    /** A small body is here before anybody looks at the request. */
    @Test
    void a_small_body_over_the_limit_of_its_address_is_refused_too() {
        byte[] body = new byte[4097];

        assertThat(answer("POST", "/portal/api/pos/v1/pairings", body, "Content-Type: application/json"))
                .startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/linde-mitte/checkout", "/WEB-INF/x"})
    void a_body_beyond_all_sense_is_refused_unread_too(String path) {
        assertThat(answer("POST", path, "Content-Length: 99999999999"))
                .startsWith("HTTP/1.1 4")
                .containsIgnoringCase("Connection: close");
    }

    /** Whether somebody reads it, it is only passed over after the answer, or the server answers without asking us. */
    @ParameterizedTest
    @Timeout(30)
    @ValueSource(
            strings = {
                "GET /linde-mitte",
                "POST /api/v1/orders",
                "GET /portal/sign-in",
                "PUT /portal/nothing",
                "POST /WEB-INF/x",
                "POST /portal/WEB-INF/x",
                "POST /openapi",
                "TRACE /",
            })
    void a_body_without_end_is_cut_off(String request) throws IOException {
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Socket line = new Socket(SHOP.getHost(), SHOP.getPort())) {
            OutputStream out = line.getOutputStream();
            out.write(head(request, "Transfer-Encoding: chunked"));

            assertThatThrownBy(() -> {
                        for (int sent = 0; sent < MORE_THAN_ANY; sent += chunk.length) out.write(chunk);
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/linde-mitte", "/api/v1/locations", "/portal/sign-in", "/portal/api/pos/v1/ping"})
    void an_accept_header_that_cannot_be_read_is_no_incident(String path) {
        for (String accept : new String[] {"text/html;q=abc", "///", "text/html;q=7;q"})
            assertThat(answer("GET", path, "Accept: " + accept)).as(accept).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/orders, application/json",
        "/linde-mitte/checkout, application/x-www-form-urlencoded",
        "/portal/sign-in, application/x-www-form-urlencoded",
        "/portal/api/pos/v1/pairings, application/json",
    })
    void a_body_in_unknown_letters_is_an_unsupported_one(String path, String type) {
        for (String charset : new String[] {"nope", "%00"})
            assertThat(answer("POST", path, "Content-Type: " + type + ";charset=" + charset, "Content-Length: 0"))
                    .as(charset)
                    .startsWith("HTTP/1.1 415 ");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/orders, application/json",
        "/linde-mitte/checkout, application/x-www-form-urlencoded",
        "/portal/api/pos/v1/catalog, application/json",
    })
    void a_packed_body_is_refused_as_such_and_not_blamed_for_its_letters(String path, String type) {
        byte[] packed = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0};

        assertThat(answer("POST", path, packed, "Content-Type: " + type, "Content-Encoding: gzip"))
                .startsWith("HTTP/1.1 415 ");
    }

    /** A letter that cannot be read would else be stored as a replacement, and stand on the ticket like that. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/orders, application/json",
        "/portal/sign-in, application/x-www-form-urlencoded",
        "/portal/api/pos/v1/pairings, application/json",
    })
    void a_body_in_latin_1_is_refused_and_its_encoding_is_named(String path, String type) {
        byte[] body = "{\"name\":\"M\u00fcller\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(answer("POST", path, body, "Content-Type: " + type, "Idempotency-Key: 12345678"))
                .startsWith("HTTP/1.1 422 ")
                .contains("UTF-8")
                .containsIgnoringCase(path.contains("/api/") ? "Latin-1" : "nicht in UTF-8 geschrieben");
    }

    @Test
    void control_characters_reach_no_database() {
        String order = Storefront.pizza("linde-mitte").replace("\"linde-mitte\"", "\"linde\\u0000mitte\"");

        assertThat(Http.visitor()
                        .postJson("/api/v1/orders", order, "Idempotency-Key", "0123456789")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(Http.visitor()
                        .post("/portal/sign-in", Map.of("login", "li\0nde"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(answer("GET", "/orders/%00")).startsWith("HTTP/1.1 404 ");
        assertThat(answer("GET", "/portal/setup/%00")).startsWith("HTTP/1.1 4");
    }

    private static String answer(String method, String path, String... headers) {
        try (Socket line = new Socket(SHOP.getHost(), SHOP.getPort())) {
            line.setSoTimeout(10_000);
            line.getOutputStream().write(head(method + " " + path, headers));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
            return answer.lines().takeWhile(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static String answer(String method, String path, byte[] body, String... headers) {
        try (Socket line = new Socket(SHOP.getHost(), SHOP.getPort())) {
            line.setSoTimeout(10_000);
            List<String> all = new ArrayList<>(List.of(headers));
            all.add("Content-Length: " + body.length);
            all.add("Connection: close");
            line.getOutputStream().write(head(method + " " + path, all.toArray(String[]::new)));
            line.getOutputStream().write(body);
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static byte[] head(String request, String... headers) {
        StringBuilder head = new StringBuilder(request + " HTTP/1.1\r\nHost: " + SHOP.getAuthority() + "\r\n");
        for (String header : headers) head.append(header).append("\r\n");
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
