package de.hypersoft.esolutions.it;

import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are merely odd work; those that cannot, get words of ours, and the log does not grow with them. */
@SystemTest
class OddRequestsIT {

    private static final URI SHOP = Http.visitor().base();

    @BeforeAll
    static void open() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/linde-mitte", "/portal/sign-in", "/api/v1/locations"})
    void a_guest_with_hundreds_of_cookies_is_served(String path) throws IOException {
        String cookies = IntStream.range(0, 400)
                .mapToObj(i -> "cookie" + i + "=of-somebody-else")
                .collect(Collectors.joining("; "));

        assertThat(answer("GET " + path + " HTTP/1.1", "Cookie: " + cookies)).startsWith("HTTP/1.1 200 ");
        try (TlsLine line = TlsLine.toShared("localhost")) {
            assertThat(line.head("localhost\r\nCookie: " + cookies, path)).startsWith("HTTP/1.1 200 ");
        }
    }

    /** The customer's own site sets it for all hosts of the domain, and browsers send it in UTF-8. */
    @ParameterizedTest
    @ValueSource(strings = {"/linde-mitte", "/portal/sign-in", "/api/v1/locations"})
    void a_guest_with_a_cookie_of_the_customers_site_that_has_umlauts_is_served(String path) throws IOException {
        String cookies = "shop_lang=en; city=Köln; Größe=XL; \u20ac=\ud83c\udf55";

        assertThat(answer("GET " + path + " HTTP/1.1", "Accept-Language: de", "Cookie: " + cookies))
                .startsWith("HTTP/1.1 200 ")
                .satisfies(said -> assertThat(said).contains(path.equals("/linde-mitte") ? "lang=\"en\"" : ""));
        assertThat(answer("GET " + path + " HTTP/1.1", "Cookie: city=Köln")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT localhost:80 HTTP/1.1",
                "GET /WEB-INF/x HTTP/1.1",
                "GET /portal/WEB-INF/web.xml HTTP/1.1",
                "TRACE / HTTP/1.1",
                "FOO /linde-mitte HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /linde-mitte?%zz=%zz HTTP/1.1",
                "GET /portal/%c0%af HTTP/1.1",
                "GET /linde-mitte HTTP/9.9",
                "GET /a b c HTTP/1.1",
                "GET /<script> HTTP/1.1",
                "GET /nothing/at/all HTTP/1.1",
                "GET /portal/nothing HTTP/1.1",
                "GET /api/v1/nothing HTTP/1.1",
                "GET /portal/api/pos/v1/nothing HTTP/1.1",
                "DELETE /linde-mitte HTTP/1.1",
                "GET /-/error HTTP/1.1",
                "GET /portal/-/error HTTP/1.1",
                "GET /.well-known/acme-challenge/x HTTP/1.1",
                "GET /openapi/x HTTP/1.1",
                "POST /portal/sign-in HTTP/1.1",
            })
    void whatever_is_refused_is_refused_in_our_words(String request) throws IOException {
        assertThat(answer(request, "Content-Type: multipart/form-data")).satisfies(OddRequestsIT::isOurs);
    }

    /** Some proxy takes each for something else, and what is one request to it may be two to a server (CVE-2026-28367 to -28369, -91920). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /linde-mitte HTTP/1.1\r\n HOST\r\nConnection: close\r\n\r\n",
                "GET /linde-mitte HTTP/1.1\r\nHOST\r\nConnection: close\r\r\r",
                "GET /linde-mitte HTTP/1.1\r\nHOST\r\nConnection : close\r\n\r\n",
                "GET /linde-mitte HTTP/1.1\r\nHOST\r\nCon nection: close\r\n\r\n",
                "POST /api/v1/orders HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\n\r\n800000000000000\r\n",
            })
    void a_head_that_a_proxy_may_read_otherwise_is_no_request(String request) throws IOException {
        assertThat(sent("GET /linde-mitte HTTP/1.1\r\nHOST\r\nConnection: close\r\n\r\n"))
                .as("as it should be")
                .startsWith("HTTP/1.1 200 ");

        assertThat(sent(request)).doesNotStartWith("HTTP/1.1 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
            })
    void where_two_servers_may_see_the_end_of_a_body_elsewhere_nothing_after_it_is_a_request(String lengths)
            throws IOException {
        String answer = sent("POST /portal/sign-in HTTP/1.1\r\nHOST\r\n" + lengths
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n0\r\n\r\n"
                + "GET /linde-mitte HTTP/1.1\r\nHOST\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\nx=1&y\r\n0\r\n\r\n",
                "5\r\nx=1&y\n0\r\n\r\n",
                "5\r\nx=1&yGET / HTTP/1.1\r\n0\r\n\r\n",
                "0\r\n\n",
            })
    void a_line_between_chunks_that_does_not_end_by_cr_lf_is_refused_and_nothing_after_it_is_a_request(String chunks)
            throws IOException {
        String head = "POST /portal/sign-in HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\n";
        String another = "GET /linde-mitte HTTP/1.1\r\nHOST\r\nConnection: close\r\n\r\n";
        assertThat(sent(head + "5\r\nx=1&y\r\n0\r\n\r\n" + another))
                .as("as it should be")
                .contains("HTTP/1.1 200 ");

        assertThat(sent(head + chunks + another)).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    void a_head_that_is_too_large_gets_a_page_that_says_what_to_do() throws IOException {
        String answer = answer("GET /linde-mitte HTTP/1.1", "Cookie: " + "x".repeat(40_000));

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("<main>", "löschen Sie bitte die Cookies", "lang=\"en\"");
    }

    @Test
    void more_parameters_than_anybody_needs_are_refused_in_our_words() throws IOException {
        String query = IntStream.range(0, 600).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));

        assertThat(answer("GET /linde-mitte?" + query + " HTTP/1.1")).satisfies(OddRequestsIT::isOurs);
    }

    @Test
    void a_body_that_breaks_off_is_one_line_in_the_log_at_most() throws IOException {
        long before = lines();
        for (int i = 0; i < 5; i++) {
            try (Socket line = new Socket(SHOP.getHost(), SHOP.getPort())) {
                line.getOutputStream()
                        .write(head(
                                "POST /portal/sign-in HTTP/1.1",
                                "Transfer-Encoding: chunked",
                                "Content-Type: application/x-www-form-urlencoded"));
                line.getOutputStream()
                        .write(("18000\r\n" + "a".repeat(0x18000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                line.setSoLinger(true, 0);
            }
        }
        assertThat(Http.visitor().get("/portal/sign-in").statusCode()).isEqualTo(200);
        assertThat(linesAtRest() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void a_stranger_cannot_fill_the_log() throws IOException {
        long before = lines();
        try (TlsLine line = TlsLine.toShared("localhost")) {
            for (int i = 0; i < 400; i++)
                assertThat(line.get("localhost\r\nAccept: ///", "/linde-mitte")).startsWith("HTTP/1.1 400");
        }
        assertThat(lines() - before).isLessThan(100);
    }

    private static void isOurs(String answer) {
        String head = answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n")));
        String body = answer.substring(head.length());
        assertThat(head).matches("(?s)HTTP/1.1 [1-4]\\d\\d .*");
        assertThat(answer)
                .doesNotContain(
                        "<title>Error</title>",
                        "<title>ERROR</title>",
                        "UT00",
                        "undertow",
                        "WildFly",
                        "RESTEASY",
                        "at java.");
        if (!body.isBlank())
            assertThat(head.toLowerCase(Locale.ROOT))
                    .containsPattern(
                            "content-type: (text/html|application/problem\\+json|text/plain|application/yaml)");
        if (head.contains("text/html")) assertThat(body).containsPattern("<main|<h1");
    }

    private static long lines() {
        try (var lines = Files.lines(TestRun.home().resolve("log/server.log"), StandardCharsets.UTF_8)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When no line came for a second: whoever reads a broken body notices it a little later than we do. */
    private static long linesAtRest() {
        long[] seen = {lines(), System.nanoTime()};
        return eventually(
                "a log at rest",
                () -> {
                    long now = lines();
                    if (now != seen[0]) seen[1] = System.nanoTime();
                    return seen[0] = now;
                },
                count -> System.nanoTime() - seen[1] > 1_000_000_000L);
    }

    private static String answer(String request, String... headers) throws IOException {
        try (Socket line = new Socket(SHOP.getHost(), SHOP.getPort())) {
            line.setSoTimeout(15_000);
            line.getOutputStream().write(head(request, with(headers, "Connection: close")));
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What is answered to these very bytes, after which nothing more comes. */
    private static String sent(String request) throws IOException {
        try (Socket line = new Socket(SHOP.getHost(), SHOP.getPort())) {
            line.setSoTimeout(15_000);
            line.getOutputStream()
                    .write(request.replace("HOST", "Host: " + SHOP.getAuthority())
                            .getBytes(StandardCharsets.US_ASCII));
            line.shutdownOutput();
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static String[] with(String[] headers, String one) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(one);
        return all.toArray(String[]::new);
    }

    private static byte[] head(String request, String... headers) {
        return (request + "\r\nHost: " + SHOP.getAuthority() + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
