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
