package de.hypersoft.esolutions.http.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;

class OddHeadsTest {

    private final HttpServerExchange exchange = new HttpServerExchange(null);

    @Test
    void a_cookie_of_another_site_with_umlauts_does_not_take_ours_along() {
        exchange.getRequestHeaders().add(Headers.COOKIE, "cart=abc; city=K\u00c3\u00b6ln; shop_lang=en");
        exchange.getRequestHeaders().add(Headers.COOKIE, "\u00fc=1");

        OddHeads.withoutForeignCookies(exchange);

        assertThat(List.copyOf(exchange.getRequestHeaders().get(Headers.COOKIE)))
                .containsExactly("cart=abc; shop_lang=en");
    }

    @Test
    void where_all_are_foreign_none_is_left() {
        exchange.getRequestHeaders().add(Headers.COOKIE, "city=K\u00c3\u00b6ln");

        OddHeads.withoutForeignCookies(exchange);

        assertThat(exchange.getRequestHeaders().contains(Headers.COOKIE)).isFalse();
    }

    @Test
    void what_asks_for_another_server_does_not_ask_here() {
        assertThat(asks("/linde-mitte")).isTrue();
        assertThat(asks("*")).isTrue();
        assertThat(asks("localhost:80")).isFalse();
        assertThat(asks("urn:x")).isFalse();
    }

    private boolean asks(String path) {
        exchange.setRequestPath(path);
        return OddHeads.asksHere(exchange);
    }
}
