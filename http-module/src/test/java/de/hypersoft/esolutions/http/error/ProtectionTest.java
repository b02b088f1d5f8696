package de.hypersoft.esolutions.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.http.Lines;
import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers are told of answers that say nothing themselves. */
class ProtectionTest {

    private final Undertow server = Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(exchange -> {
                Protection.of(exchange);
                String[] asked = exchange.getRequestPath().substring(1).split("/", 2);
                exchange.setStatusCode(Integer.parseInt(asked[0]));
                if (asked.length > 1) exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, asked[1]);
                if (exchange.getQueryString().equals("own"))
                    exchange.getResponseHeaders().put(Protection.POLICY, "default-src 'self'");
                exchange.endExchange();
            })
            .build();
    private final Lines lines = new Lines(started());

    private InetSocketAddress started() {
        server.start();
        return (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    }

    @AfterEach
    void stop() throws IOException {
        lines.close();
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "308, true",
        "421/text/plain;charset=utf-8, true",
        "404/application/problem+json, true",
        "404, true",
        "200/application/yaml;charset=UTF-8, true",
        "200/text/plain, true",
        "200/text/javascript, false",
        "200/image/png, false",
        "304, false"
    })
    void what_is_no_page_runs_nothing_and_is_shown_nowhere(String path, boolean policy) throws IOException {
        String head = Lines.answer(lines.from("127.0.0.2", Lines.get("/" + path)), "\r\n\r\n");

        assertThat(head).contains("X-Content-Type-Options: nosniff");
        assertThat(head.contains("Content-Security-Policy: " + ErrorText.POLICY))
                .as(head)
                .isEqualTo(policy);
    }

    @Test
    void who_has_said_something_is_left_alone() throws IOException {
        String head = Lines.answer(lines.from("127.0.0.2", Lines.get("/404?own")), "\r\n\r\n");

        assertThat(head).contains("Content-Security-Policy: default-src 'self'").doesNotContain(ErrorText.POLICY);
    }
}
