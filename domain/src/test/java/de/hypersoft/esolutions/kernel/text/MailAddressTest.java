package de.hypersoft.esolutions.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "gast@example.org,gast@example.org",
        "Gast.Name+essen@Example.ORG,Gast.Name+essen@Example.ORG",
        "gast@bücher.example,gast@xn--bcher-kva.example",
        "gast@BÜCHER.example,gast@xn--bcher-kva.example",
        "gast@bu\u0308cher.example,gast@xn--bcher-kva.example",
        "gast@fußball.example,gast@xn--fuball-cta.example",
        "gast@xn--bcher-kva.example,gast@xn--bcher-kva.example",
        "o'brien@example.org,o'brien@example.org"
    })
    void an_address_with_an_international_domain_is_sent_as_its_mail_server_is_known(String given, String sent) {
        assertThat(MailAddress.parse(given, "email").ascii()).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "Gast.Name+Essen@Example.ORG,gast.name@example.org",
        "+essen@example.org,+essen@example.org",
        "g.a.s.t+x@gmail.com,gast@gmail.com",
        "G.ast@googlemail.com,gast@gmail.com",
        "gast@bücher.example,gast@xn--bcher-kva.example"
    })
    void mails_to_one_mailbox_are_counted_together(String given, String mailbox) {
        assertThat(MailAddress.parse(given, "email").mailbox()).isEqualTo(mailbox);
    }

    @Test
    void an_address_is_shown_so_that_only_its_owner_knows_it() {
        assertThat(MailAddress.parse("anna@example.org", "email").masked()).isEqualTo("a•••@example.org");
    }

    @Test
    void an_address_is_as_long_as_the_mail_servers_take() {
        String longest = "a".repeat(64) + "@" + ("b".repeat(61) + ".").repeat(3) + "de";
        String label = "c".repeat(63);

        assertThat(longest).hasSize(253);
        assertThat(MailAddress.parse(longest, "email").ascii()).isEqualTo(longest);
        assertThat(MailAddress.parse(longest + "x", "email").ascii()).hasSize(254);
        refused(longest + "xy", "invalid-email");
        refused("a".repeat(65) + "@example.org", "invalid-email");
        assertThat(MailAddress.parse("a@" + label + ".example", "email").ascii())
                .contains(label);
        refused("a@" + label + "c.example", "invalid-email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " gast@example.org ",
                "\u202agast@example.org\u202c",
                "gast@example.org\u200b",
                "\uff47\uff41\uff53\uff54\uff20example\uff0eorg",
                "mailto:gast@example.org"
            })
    void what_a_phone_pastes_around_an_address_is_no_part_of_it(String given) {
        assertThat(MailAddress.parse(given, "email").written()).isEqualTo("gast@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"müller@example.org", "müller@bücher.example", "гость@example.org", "a.ö@b.de"})
    void a_mailbox_that_no_mail_server_promises_to_reach_is_refused_by_name(String given) {
        refused(given, "international-mailbox");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "gast",
                "gast@",
                "@example.org",
                "gast@example",
                "gast@.example",
                "gast@example.",
                "a b@c.de",
                "gast@exa mple.org",
                "gast.@example.org",
                ".gast@example.org",
                "a..b@example.org",
                "a@b@c.de",
                "a,b@c.de",
                "gast@127.0.0.1",
                "gast@-a.example",
                "a<b>@c.de",
                "gast@xn--a.example",
                "gast\n@example.org",
                "ü ü@c.de"
            })
    void what_no_mail_reaches_is_refused(String given) {
        refused(given, "invalid-email");
    }

    @Test
    void an_address_is_no_longer_than_mail_servers_take_in_either_form() {
        refused("a".repeat(65) + "@example.org", "invalid-email");
        refused(
                "a@" + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(63) + "." + "e".repeat(61) + ".de",
                "invalid-email");
        assertThat(MailAddress.parse("a".repeat(64) + "@example.org", "email").ascii())
                .hasSize(76);
    }

    private static void refused(String given, String code) {
        assertThatThrownBy(() -> MailAddress.parse(given, "guest.email")).isInstanceOfSatisfying(Invalid.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.field()).isEqualTo("guest.email");
        });
    }
}
