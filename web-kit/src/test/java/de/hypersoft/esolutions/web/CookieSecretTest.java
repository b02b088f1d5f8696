package de.hypersoft.esolutions.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CookieSecretTest {

    @Test
    void a_browser_that_brings_a_secret_keeps_it_and_gets_no_other() {
        CookieSecret known = new CookieSecret("secret");

        assertThat(known.orNew()).isEqualTo("secret");
        assertThat(known.sent()).contains("secret");
        assertThat(known.made()).isEmpty();
    }

    @Test
    void a_browser_without_one_gets_one_once_it_is_needed_and_only_one() {
        CookieSecret stranger = new CookieSecret(null);
        assertThat(stranger.made()).isEmpty();

        String made = stranger.orNew();

        assertThat(stranger.orNew()).isEqualTo(made);
        assertThat(stranger.made()).contains(made);
        assertThat(stranger.sent()).isEmpty();
        assertThat(new CookieSecret(null).orNew()).isNotEqualTo(made);
    }
}
