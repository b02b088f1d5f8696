package de.hypersoft.esolutions.hostnames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    @ParameterizedTest
    @CsvSource({
        "linde.example,linde.example",
        "LINDE.Example:8443,linde.example",
        "linde.example.,linde.example",
        "bäckerei.example,xn--bckerei-5wa.example",
        "127.0.0.1:12080,127.0.0.1",
        "[::1]:8080,[::1]"
    })
    void a_host_is_compared_without_case_port_and_final_dot(String header, String name) {
        assertThat(HostName.ofHeader(header)).contains(new HostName(name));
    }

    /** The names of UTS #46 at which IDNA of 2003 and of 2008 part, and those that both write in one way. */
    @ParameterizedTest
    @CsvSource({
        "fußball-pizza.example,xn--fuball-pizza-m9a.example,fußball-pizza.example",
        "FUẞBALL-Pizza.example,xn--fuball-pizza-m9a.example,fußball-pizza.example",
        "faß.de,xn--fa-hia.de,faß.de",
        "fass.de,fass.de,fass.de",
        "βόλος.com,xn--nxasmm1c.com,βόλος.com",
        "ÖBB.at,xn--bb-eka.at,öbb.at",
        "o\u0308bb.at,xn--bb-eka.at,öbb.at",
        "xn--fa-hia.de,xn--fa-hia.de,faß.de",
        "bücher。example,xn--bcher-kva.example,bücher.example",
        "p\u0430ypal.example,xn--pypal-4ve.example,p\u0430ypal.example"
    })
    void an_international_name_is_the_one_that_browsers_ask_for(String given, String stored, String shown) {
        HostName host = HostName.parse(given);

        assertThat(host.value()).isEqualTo(stored);
        assertThat(host.unicode()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xn--a.example",
                "xn--fass-.example",
                "a\u200Db.example",
                "\u05D0a.example",
                "m\u2100nchen.example",
                "\u0308a.example",
                "ü-.example"
            })
    void what_no_browser_would_ask_for_is_no_host(String given) {
        assertThatThrownBy(() -> HostName.parse(given)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a b", "a_b.example", "<script>", "-a.example", "[::1", "a/b", "a@b"})
    void T47_what_cannot_be_a_host_selects_no_shop(String header) {
        assertThat(HostName.ofHeader(header)).isEmpty();
    }

    @Test
    void registering_something_that_is_no_host_is_refused_with_its_field() {
        assertThatThrownBy(() -> HostName.parse("no host"))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("invalid-host"));
    }
}
