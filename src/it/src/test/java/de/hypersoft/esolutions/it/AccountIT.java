package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What guards an account after its owner is in: other devices, an unattended browser. */
@SystemTest
class AccountIT {

    @Test
    void a_browser_that_signs_in_anew_leaves_no_session_behind_and_both_are_in_the_log_of_acts() {
        Map<String, String> password = Map.of("login", "linde", "password", "demo-linde");
        Asker browser = Asker.signedIn("linde", "demo-linde");
        Asker former = Asker.stranger();
        former.keep("portal_session", browser);
        assertThat(former.get("/portal/account").status()).isEqualTo(200);

        Asker.Answer anew = browser.post("/portal/sign-in", password);
        assertThat(anew.status()).as(anew.body()).isEqualTo(303);
        browser.keep(anew);

        assertThat(former.get("/portal/account").location()).startsWith("/portal/sign-in");
        assertThat(browser.get("/portal/audit").body()).contains("abgemeldet", "angemeldet", "127.0.0.1");
    }

    @Test
    void a_device_left_signed_in_elsewhere_is_seen_and_signed_out_from_here() {
        Asker here = Asker.signedIn("nord", "demo-linde-nord");
        Asker left = Asker.signedIn("nord", "demo-linde-nord");
        Asker.Answer account = here.get("/portal/account");
        assertThat(account.body()).contains("127.0.0.1", "Dieses Gerät");

        String other = found(account.body(), "action=\"(/portal/account/sessions/[0-9a-f-]{36}/end)\"");
        assertThat(here.post(other, Map.of()).status()).isEqualTo(303);

        assertThat(left.get("/portal/account").location()).startsWith("/portal/sign-in");
        assertThat(here.get("/portal/account").status()).isEqualTo(200);
    }

    @Test
    void an_unattended_browser_does_nothing_dangerous_and_what_was_typed_is_kept() {
        Asker linde = Asker.signedIn("linde", "demo-linde");
        String nord = found(linde.get("/portal/users").body(), "(/portal/users/[0-9a-f-]{36})\"><bdi>Emre");
        assertThat(linde.post(nord + "/activation", Map.of()).status())
                .as("just signed in")
                .isEqualTo(303);
        TestClock.advance(Duration.ofMinutes(16));

        Asker.Answer stopped = linde.post(nord + "/activation", Map.of("reason", "of the \"boss\""));
        assertThat(stopped.status()).isEqualTo(403);
        assertThat(stopped.body())
                .contains(
                        "action=\"" + nord + "/activation\"",
                        "name=\"reason\" value=\"of the &#34;boss&#34;\"",
                        "name=\"confirmation\"");
        assertThat(linde.post(nord + "/activation", Map.of("confirmation", "guessed-it"))
                        .status())
                .isEqualTo(422);
        Asker copy = Asker.stranger();
        copy.keep("portal_session", linde);
        Asker.Answer confirmed = linde.post(nord + "/activation", Map.of("confirmation", "demo-linde"));
        assertThat(confirmed.status()).isEqualTo(303);
        linde.keep(confirmed);
        String second = "/portal/account/second-factor";
        String secret = found(linde.post(second, Map.of()).body(), "([A-Z2-7]{4}(?: [A-Z2-7]{4}){5,})");
        copy.keep(copy.get("/portal/account"));
        Asker.Answer peeped = copy.post(second + "/confirmation", Map.of("code", "000000"));
        assertThat(peeped.status()).as("with the secret of before").isEqualTo(403);
        assertThat(peeped.body()).contains("name=\"confirmation\"").doesNotContain(secret);
        TestClock.advance(Duration.ofMinutes(1));
        assertThat(copy.get("/portal/account").location())
                .as("whoever copied the cookie before")
                .startsWith("/portal/sign-in");
        assertThat(linde.post(nord + "/activation", Map.of()).status())
                .as("typed just now")
                .isEqualTo(303);
    }

    @Test
    void nobody_fills_a_mailbox_by_changing_the_own_address_to_and_fro() {
        Asker nord = Asker.signedIn("nord", "demo-linde-nord");
        String victim = "v" + UUID.randomUUID();
        int changed = 0;
        Asker.Answer answer;
        do {
            answer = nord.post("/portal/account/mail", Map.of("mail", victim + "+" + changed + "@gast.example"));
            changed++;
        } while (answer.status() == 303 && changed < 50);

        assertThat(answer.status()).as("after %s changes", changed).isEqualTo(429);
        assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body())
                .contains("gingen eben schon viele E-Mails", "value=\"" + victim + "+" + (changed - 1))
                .doesNotContain("{minutes}");
        int told = changed - 2; // the first had none before, the last was refused
        Eventually.eventually("the mails", () -> toldAt(victim), mails -> mails >= told);
        assertThat(toldAt(victim)).isEqualTo(told).isBetween(10, 14);
    }

    private static int toldAt(String victim) {
        return MailServer.mailsWhere(to -> to.startsWith(victim)).size();
    }

    @Test
    void a_new_till_and_its_PIN_wait_for_the_password_with_all_that_was_typed() {
        Asker linde = Asker.signedIn("linde", "demo-linde");
        String place = found(linde.get("/portal/tills").body(), "<option value=\"([0-9a-f-]{36})\"");
        Map<String, String> typed = Map.of("place", place, "name", "Theke 7 & \"Bar\"", "kind", "SIDEBOARD");
        TestClock.advance(Duration.ofMinutes(16));

        Asker.Answer stopped = linde.post("/portal/tills", typed);
        assertThat(stopped.status()).isEqualTo(403);
        assertThat(stopped.body())
                .contains("name=\"place\" value=\"" + place, "Theke 7 &amp; &#34;Bar&#34;", "value=\"SIDEBOARD\"");

        Map<String, String> confirmed = new HashMap<>(typed);
        confirmed.put("confirmation", "demo-linde");
        assertThat(linde.post("/portal/tills", confirmed).status())
                .as("there is no such kind, so no till is left behind for others")
                .isEqualTo(422);
    }

    @Test
    void a_file_waits_for_the_password_and_its_page_comes_back() {
        Asker staff = Asker.signedIn("hosting", "demo-hosting");
        TestClock.advance(Duration.ofMinutes(16));

        Asker.Answer stopped = staff.upload("/portal/tenants", "brand", "{}");
        assertThat(stopped.status()).isEqualTo(303);
        assertThat(stopped.location()).startsWith("/portal/account/confirmation?next=");
        Asker.Answer confirmed = staff.post(
                "/portal/account/confirmation", Map.of("next", "/portal/tenants", "confirmation", "demo-hosting"));
        assertThat(confirmed.location()).isEqualTo("/portal/tenants");
        staff.keep(confirmed);
        assertThat(staff.upload("/portal/tenants", "brand", "{}").status()).isNotEqualTo(303);
    }

    private static String found(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.group(1);
    }
}
