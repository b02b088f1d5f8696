package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** One-time codes from the page that sets them up to the sign-in that asks for them. */
@SystemTest
class SecondFactorIT {

    private static final Pattern RECOVERY = Pattern.compile("<code>((?:[A-Z2-7]{4}-){3}[A-Z2-7]{4})</code>");
    private static final Map<String, String> PASSWORD = Map.of("login", "nord", "password", "demo-linde-nord");

    @Test
    void a_stolen_password_opens_nothing_where_a_code_is_asked_for() throws InvalidKeyException {
        Asker owner = Asker.signedIn("nord", "demo-linde-nord");
        Factor factor = Factor.of(owner);
        TestClock.advance(Duration.ofSeconds(60));

        Asker thief = Asker.nobody();
        Asker.Answer first = thief.post("/portal/sign-in", PASSWORD);
        assertThat(first.location()).startsWith("/portal/sign-in/code");
        thief.keep(first);
        assertThat(thief.get("/portal/orders").location()).startsWith("/portal/sign-in");
        assertThat(thief.post("/portal/sign-in/code", Map.of("code", "000000")).status())
                .isEqualTo(422);

        String now = factor.code();
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
    void by_https_where_cookies_have_other_names_the_code_lets_its_owner_in() throws InvalidKeyException {
        Factor factor = Factor.of(Asker.signedIn(Asker.nobodyByHttps(), "nord", "demo-linde-nord"));
        TestClock.advance(Duration.ofSeconds(60));

        Asker back = twoSteps(Asker.nobodyByHttps(), factor.code());

        assertThat(back.get("/portal/account").status()).isEqualTo(200);
        String removal = "/portal/account/second-factor/removal";
        assertThat(back.post(removal, Map.of("code", factor.recovery().get(0))).status())
                .isEqualTo(303);
    }

    /** What somebody has who has switched it on. */
    private record Factor(byte[] secret, List<String> recovery) {

        static Factor of(Asker owner) throws InvalidKeyException {
            String page = owner.post("/portal/account/second-factor", Map.of()).body();
            assertThat(page).contains("src=\"data:image/svg+xml;base64,");
            byte[] secret = decoded(found(page, "<code>([A-Z2-7 ]+)</code>").replace(" ", ""));
            Map<String, String> first = Map.of("code", SecondFactorIT.code(secret, TestClock.now()));
            Asker.Answer on = owner.post("/portal/account/second-factor/confirmation", first);
            assertThat(on.status()).as(on.body()).isEqualTo(200);
            return new Factor(
                    secret,
                    RECOVERY.matcher(on.body())
                            .results()
                            .map(code -> code.group(1))
                            .toList());
        }

        String code() throws InvalidKeyException {
            return SecondFactorIT.code(secret, TestClock.now());
        }
    }

    private static Asker twoSteps(Asker asker, String code) {
        asker.keep(asker.post("/portal/sign-in", PASSWORD));
        Asker.Answer in = asker.post("/portal/sign-in/code", Map.of("code", code, "next", "/portal/orders"));
        assertThat(in.location()).as(in.body()).isEqualTo("/portal/orders");
        asker.keep(in);
        asker.keep(asker.get("/portal/account"));
        return asker;
    }

    private static String code(byte[] secret, Instant at) throws InvalidKeyException {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), at, Locale.ROOT);
    }

    /** Base32: five bits a letter. */
    private static byte[] decoded(String text) {
        StringBuilder bits = new StringBuilder();
        for (char letter : text.toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append(Integer.toBinaryString(32 + value).substring(1));
        }
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        return bytes;
    }

    private static String found(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.group(1);
    }
}
