package de.hypersoft.esolutions.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 421, 429, 431, 500, 501, 502, 503, 504})
    void each_status_has_a_page_and_a_problem(int status) {
        ErrorText page = ErrorText.of(status, "/linde-mitte", "text/html", "de-DE,de;q=0.9");
        ErrorText problem = ErrorText.of(status, "/api/v1/orders", null, null);

        assertThat(page.type()).isEqualTo("text/html;charset=utf-8");
        assertThat(page.text()).contains("<html lang=\"de\">", "<h1>", "<main>").doesNotContain(String.valueOf(status));
        assertThat(problem.type()).isEqualTo("application/problem+json");
        assertThat(problem.text()).contains("\"status\":" + status, "\"code\":\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"de|de", "en-GB,en;q=0.9|en", "fr-FR, en;q=0.5, de;q=0.4|en", "fr|de", "de-AT,en|de"})
    void the_language_is_the_first_of_ours_that_is_asked_for(String languages, String expected) {
        assertThat(ErrorText.of(404, "/", "*/*", languages).text()).contains("lang=\"" + expected + "\"");
    }

    @Test
    void a_problem_says_which_request_it_is_about_and_a_page_does_not() {
        ErrorText problem = ErrorText.of(503, "/api/v1/orders", null, null);

        assertThat(problem.traced("4bf92f3577b34da6a3ce929d0e0e4736").text())
                .startsWith("{\"type\":\"/problems/busy\"")
                .endsWith("\",\"trace\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}");
        assertThat(problem.traced("")).isEqualTo(problem);
        ErrorText page = ErrorText.of(503, "/linde-mitte", "text/html", null);
        assertThat(page.traced("4bf92f3577b34da6a3ce929d0e0e4736")).isEqualTo(page);
    }

    @Test
    void a_program_is_known_by_its_address_or_by_what_it_takes() {
        assertThat(ErrorText.of(503, "/portal/api/pos/v1/ping", null, null).type())
                .contains("json");
        assertThat(ErrorText.of(503, "/x", "application/json", null).type()).contains("json");
        assertThat(ErrorText.of(503, "/x", "text/html,application/json", null).type())
                .contains("html");
    }

    @Test
    void whoever_may_try_again_has_a_way_back_to_the_page_it_was_tried_on() {
        String page = ErrorText.back("https://shop.example:8443/linde-mitte/checkout?lang=en", "shop.example:8443");

        assertThat(page).isEqualTo("/linde-mitte/checkout?lang=en");
        assertThat(ErrorText.of(429, "/linde-mitte/checkout", "*/*", "en", page).text())
                .contains("<a href=\"" + page + "\">Back to the page</a>");
        assertThat(ErrorText.of(404, "/linde-mitte", "*/*", "en", page).text()).doesNotContain("<a ");
        assertThat(ErrorText.of(413, "/portal/brand", "*/*", "de", "").text()).doesNotContain("<a ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://evil.example/checkout|shop.example",
                "https://shop.example/\"><b>|shop.example",
                "https://shop.example//evil.example/|shop.example",
                "javascript:alert(1)|shop.example",
                "https://shop.example|shop.example",
                "|shop.example",
                "https://shop.example/|"
            })
    void no_other_page_is_linked(String referer, String host) {
        assertThat(ErrorText.back(referer, host)).isEmpty();
    }

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertThat(keys("de")).isEqualTo(keys("en"));
    }

    private static Set<String> keys(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream in = ErrorText.class.getResourceAsStream("errors_" + language + ".properties")) {
            words.load(in);
        }
        return words.stringPropertyNames();
    }
}
