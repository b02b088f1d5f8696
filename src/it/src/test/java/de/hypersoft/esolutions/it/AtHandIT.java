package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is answered by the thread that reads the network says what the ordinary way says, header by header. A question with a
 * Content-Type goes on the ordinary way, and is answered as one without.
 */
@SystemTest
class AtHandIT {

    private static final String JSON = "/api/v1/locations/linde-mitte";

    private final HttpClient passers =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void linde_has_its_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/linde-mitte",
                "/linde-mitte?type=DELIVERY",
                "/linde-mitte?lang=en&type=PICKUP",
                "/linde-mitte/articles/101",
                JSON + "/menu",
                JSON + "/menu?lang=en",
                JSON + "/articles/101"
            })
    void it_has_the_headers_of_the_ordinary_way(String path) throws IOException, InterruptedException {
        String tag = ask("GET", path, Map.of()).headers().firstValue("ETag").orElse("");
        List<Map<String, String>> heads = new ArrayList<>();
        for (String cookie :
                List.of("", "shop_place=linde-mitte", "shop_place=linde-nord; shop_lang=en", "shop_guest=x"))
            for (Map<String, String> more : List.of(
                    Map.<String, String>of(),
                    Map.of("Accept-Encoding", "gzip"),
                    Map.of("If-None-Match", tag),
                    Map.of("If-None-Match", tag.replace("W/", "")),
                    Map.of("If-None-Match", "\"x\", *"),
                    Map.of("If-None-Match", "\"*\""),
                    Map.of("Accept-Encoding", "gzip ; q=0.000"),
                    Map.of("Accept-Encoding", "*;q=0"),
                    Map.of("Accept-Language", "en", "Accept-Encoding", "br;q=1, *;q=0.1"))) {
                Map<String, String> head = new LinkedHashMap<>(more);
                if (!cookie.isEmpty()) head.put("Cookie", cookie);
                heads.add(head);
            }
        assertThat(tag).startsWith("W/");
        for (String known : List.of(tag, tag.substring(2)))
            assertThat(ask("GET", path, Map.of("If-None-Match", known)).statusCode())
                    .isEqualTo(304);
        for (Map<String, String> head : heads)
            for (String method : List.of("GET", "HEAD")) {
                Map<String, String> slowly = new LinkedHashMap<>(head);
                slowly.put("Content-Type", "text/plain");
                ask("GET", path, head);
                HttpResponse<byte[]> quick = ask(method, path, head);
                HttpResponse<byte[]> slow = ask(method, path, slowly);
                assertThat(quick.statusCode()).as(method + head).isEqualTo(slow.statusCode());
                assertThat(headers(quick)).as(method + head).isEqualTo(headers(slow));
                assertThat(quick.body()).as(method + head).isEqualTo(slow.body());
            }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%6cinde-mitte", "/linde%2Dmitte", "/linde%2dmitte?type=DELIVERY"})
    void a_menu_is_there_under_its_address_escaped(String path) throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++)
            assertThat(ask("GET", path, Map.of()).statusCode()).isEqualTo(200);
        assertThat(ask("GET", path.replace("mitte", "nirgends"), Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_page_of_one_host_is_not_given_under_another() throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            assertThat(ask("GET", "/linde-mitte", Map.of()).statusCode()).isEqualTo(200);
            assertThat(ask("GET", "/linde-mitte", Map.of("Host", "nobody.invalid"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> answer) {
        Map<String, List<String>> all = new TreeMap<>(answer.headers().map());
        all.remove("date");
        all.remove("traceresponse");
        return all;
    }

    private HttpResponse<byte[]> ask(String method, String path, Map<String, String> head)
            throws IOException, InterruptedException {
        URI server = Http.visitor().base();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).method(method, HttpRequest.BodyPublishers.noBody());
        head.forEach(request::header);
        return passers.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
