package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever looks through the audit after an attack finds what was tried, from where and at which account. */
@SystemTest
class RefusedActsIT {

    @Test
    void what_was_refused_stands_in_the_audit_with_address_and_account() {
        TestClock.advance(Duration.ofHours(1)); // other tests have used up what is written in one
        Asker linde = Asker.signedIn("linde", "demo-linde");
        UUID foreign = UUID.randomUUID();
        String pin = "{\"pin\":\"0000-000000\",\"journalId\":\"stranger\",\"version\":\"test\"}";

        assertThat(Asker.nobody()
                        .post("/portal/sign-in", Map.of("login", "linde", "password", "not-hers-at-all"))
                        .status())
                .isEqualTo(422);
        assertThat(Asker.stranger()
                        .json("POST", "/portal/api/pos/v1/pairings", "", pin)
                        .status())
                .isEqualTo(403);
        assertThat(linde.get("/portal/orders/" + foreign).status()).isEqualTo(404);
        assertThat(linde.post("/portal/language", Map.of("csrf", "of-somebody-else"))
                        .status())
                .isEqualTo(403);

        Asker staff = Asker.signedIn("hosting", "demo-hosting");
        assertThat(audit(staff, "sign-in-refused"))
                .contains("Anmeldung abgelehnt", "linde", "Adresse 127.0.0.1")
                .doesNotContain("not-hers-at-all");
        assertThat(audit(staff, "wrong-pin")).contains("Falsche Kopplungs-PIN");
        assertThat(audit(staff, "unknown-asked-for")).contains(foreign.toString());
        assertThat(audit(staff, "form-refused")).contains("/portal/language");
        assertThat(audit(linde, "sign-in-refused"))
                .as("a brand sees what is tried at its people")
                .contains("Anmeldung abgelehnt");
    }

    @Test
    void who_guesses_is_told_how_long_to_wait_and_the_owner_comes_in_on_a_known_device() {
        Asker known = Asker.signedIn("nord", "demo-linde-nord");
        Asker stranger = Asker.nobody();
        Map<String, String> guess = Map.of("login", "nord", "password", "guessed-it");
        Asker.Answer answer = stranger.post("/portal/sign-in", guess);
        for (int i = 0; i < 20 && answer.status() == 422; i++) answer = stranger.post("/portal/sign-in", guess);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("Bitte warten Sie", "value=\"nord\"");
        Asker back = Asker.nobody();
        back.keep("portal_device", known);
        assertThat(back.post("/portal/sign-in", Map.of("login", "nord", "password", "demo-linde-nord"))
                        .status())
                .isEqualTo(303);
        TestClock.advance(Duration.ofHours(1)); // the other tests come from the same address
    }

    private static String audit(Asker asker, String action) {
        return asker.get("/portal/audit?q=" + action).body();
    }
}
