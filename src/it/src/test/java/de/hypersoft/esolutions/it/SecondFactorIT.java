package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One-time codes from the page that sets them up to the sign-in that asks for them. */
@SystemTest
class SecondFactorIT {

    private static final Map<String, String> PASSWORD = Map.of("login", "nord", "password", "demo-linde-nord");

    @Test
    void a_stolen_password_opens_nothing_where_a_code_is_asked_for() {
        Asker owner = Asker.signedIn("nord", "demo-linde-nord");
        Factor factor = Factor.of(owner, TestClock.now());
        TestClock.advance(Duration.ofSeconds(60));

        Asker thief = Asker.nobody();
        Asker.Answer first = thief.post("/portal/sign-in", PASSWORD);
        assertThat(first.location()).startsWith("/portal/sign-in/code");
        thief.keep(first);
        assertThat(thief.get("/portal/orders").location()).startsWith("/portal/sign-in");
        assertThat(thief.post("/portal/sign-in/code", Map.of("code", "000000")).status())
                .isEqualTo(422);

        String now = factor.code(TestClock.now());
        Asker back = twoSteps(Asker.nobody(), now);
        assertThat(back.get("/portal/account").status()).isEqualTo(200);
        assertThat(thief.post("/portal/sign-in/code", Map.of("code", now)).status())
                .as("used already")
                .isEqualTo(422);
        Asker withoutPhone = twoSteps(Asker.nobody(), factor.recovery().get(0).toLowerCase(Locale.ROOT));
        String removal = "/portal/account/second-factor/removal";
        assertThat(withoutPhone.post(removal, Map.of("code", "000000")).status())
                .as("an open session alone does not get rid of it")
                .isEqualTo(422);
        assertThat(withoutPhone
                        .post(removal, Map.of("code", factor.recovery().get(1)))
                        .status())
                .isEqualTo(303);
        assertThat(Asker.nobody().post("/portal/sign-in", PASSWORD).location()).isEqualTo("/portal/");
    }

    @Test
    void by_https_where_cookies_have_other_names_the_code_lets_its_owner_in() {
        Factor factor = Factor.of(Asker.signedIn(Asker.nobodyByHttps(), "nord", "demo-linde-nord"), TestClock.now());
        TestClock.advance(Duration.ofSeconds(60));

        Asker back = twoSteps(Asker.nobodyByHttps(), factor.code(TestClock.now()));

        assertThat(back.get("/portal/account").status()).isEqualTo(200);
        String removal = "/portal/account/second-factor/removal";
        assertThat(back.post(removal, Map.of("code", factor.recovery().get(0))).status())
                .isEqualTo(303);
    }

    private static Asker twoSteps(Asker asker, String code) {
        asker.keep(asker.post("/portal/sign-in", PASSWORD));
        Asker.Answer in = asker.post("/portal/sign-in/code", Map.of("code", code, "next", "/portal/orders"));
        assertThat(in.location()).as(in.body()).isEqualTo("/portal/orders");
        asker.keep(in);
        asker.keep(asker.get("/portal/account"));
        return asker;
    }
}
