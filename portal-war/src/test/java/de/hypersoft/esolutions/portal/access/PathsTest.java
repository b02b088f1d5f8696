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

    @Test
    void the_page_of_a_form_is_found_by_its_address_and_never_elsewhere() {
        assertThat(Paths.page("https://portal.example:8443/portal/brand?location=1"))
                .isEqualTo("/portal/brand?location=1");
        assertThat(Paths.page("https://elsewhere.example/evil")).isEqualTo("/portal/");
        assertThat(Paths.page("https://a b")).isEmpty();
        assertThat(Paths.page(null)).isEmpty();
    }
}
