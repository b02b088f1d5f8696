package de.hypersoft.esolutions.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example",
                "/portal//evil.example",
                "/portal/\\evil",
                "/portalx",
                "/portal/../admin",
                "javascript:alert(1)",
                "/portal/a\r\nSet-Cookie: x=y"
            })
    void after_signing_in_nobody_is_sent_elsewhere(String next) {
        assertThat(Paths.local(next)).isEqualTo("/portal/");
    }

    @Test
    void after_signing_in_people_go_where_they_wanted() {
        assertThat(Paths.local("/portal/orders?show=all&q=m%C3%BCller"))
                .isEqualTo("/portal/orders?show=all&q=m%C3%BCller");
    }

    @Test
    void the_token_is_found_in_a_form_by_its_whole_name() {
        assertThat(FormGuard.field("xcsrf=1&csrf=a%2Bb&name=x", "csrf")).isEqualTo("a+b");
        assertThat(FormGuard.field("name=csrf", "csrf")).isEmpty();
    }
}
