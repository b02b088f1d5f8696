package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told to refuse, on every kind of answer. */
@SystemTest
class SecurityHeadersIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/linde-mitte",
                "/linde-mitte/cart",
                "/linde-mitte/allergens",
                "/linde-mitte/no-such-page",
                "/no-such-shop",
                "/portal/sign-in",
                "/portal/orders",
                "/portal/no-such-page",
                "/portal/%ff",
                "/api/v1/no-such-thing",
                "/portal/api/pos/v1/no-such-thing",
                "/portal/api/no-such-thing",
                "/.well-known/acme-challenge/no-such-challenge",
                "/openapi",
                "/api/v1/docs",
                "/portal/wire",
                "/portal/schemas/catalog.json",
                "/portal/api/pos/v1/openapi"
            })
    void no_page_runs_a_foreign_script_is_shown_within_another_or_is_taken_for_something_else(String path) {
        HttpHeaders headers = Http.visitor().get(path).headers();

        String policy = headers.firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'none'", "base-uri ", "form-action ", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http:");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void the_answer_to_who_is_wrong_here_is_no_page_either() throws IOException {
        try (TlsLine line = TlsLine.toShared("localhost")) {
            assertThat(line.head("shop.another.example", "/linde-mitte"))
                    .startsWith("HTTP/1.1 421 ")
                    .contains("X-Content-Type-Options: nosniff", "default-src 'none'", "frame-ancestors 'none'");
        }
    }

    @Test
    void no_script_reads_our_cookies_and_no_other_site_s_form_sends_them() {
        List<String> cookies = List.of("/linde-mitte", "/portal/sign-in").stream()
                .flatMap(page -> Http.visitor().get(page).headers().allValues("Set-Cookie").stream())
                .toList();

        assertThat(cookies).hasSizeGreaterThan(1).allSatisfy(cookie -> assertThat(cookie.toLowerCase())
                .contains("httponly")
                .containsPattern("samesite=(lax|strict)"));
    }

    @Test
    void nothing_of_a_page_is_told_to_the_sites_that_it_links_to() {
        for (String page : List.of("/linde-mitte", "/portal/sign-in"))
            assertThat(Http.visitor().get(page).headers().firstValue("Referrer-Policy"))
                    .hasValueSatisfying(policy ->
                            assertThat(policy).isIn("no-referrer", "same-origin", "strict-origin-when-cross-origin"));
    }
}
