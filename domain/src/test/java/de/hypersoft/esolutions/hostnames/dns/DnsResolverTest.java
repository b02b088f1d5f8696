package de.hypersoft.esolutions.hostnames.dns;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.hostnames.TestNameServer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the name system says, as its packets come. */
class DnsResolverTest {

    private static final String TARGET = "shops.myhypersoftapp.example";
    private static final List<String> OURS = List.of("192.0.2.10", "2001:db8::10");

    private final TestNameServer server = new TestNameServer();
    private final DnsResolver names = new DnsResolver(Optional.of(server.address()));

    DnsResolverTest() throws IOException {}

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void an_alias_is_followed_to_its_addresses_though_nobody_answers_any_today() {
        server.knows("shop.linde.example", "CNAME " + TARGET).knows(TARGET, "A 192.0.2.10", "AAAA 2001:db8::10");

        DnsAnswer answer = names.ask("shop.linde.example");

        assertThat(answer.asked()).isTrue();
        assertThat(answer.aliases()).containsExactly(TARGET);
        assertThat(answer.addresses()).containsExactly("192.0.2.10", "2001:db8::10");
        assertThat(DnsVerdict.of(answer, TARGET, OURS)).isEqualTo(new DnsVerdict(DnsState.RIGHT, "right"));
    }

    @Test
    void a_right_a_beside_a_wrong_aaaa_is_seen_and_the_wrong_one_named() {
        server.knows("linde.example", "A 192.0.2.10", "AAAA 2001:db8:ffff::1");

        DnsAnswer answer = names.ask("linde.example");

        assertThat(DnsVerdict.of(answer, TARGET, OURS)).isEqualTo(new DnsVerdict(DnsState.WRONG, "extra-record"));
        assertThat(DnsVerdict.foreign(answer.addresses(), OURS)).containsExactly("2001:db8:ffff::1");
    }

    @Test
    void several_addresses_and_a_long_way_of_aliases_are_all_seen() {
        server.knows("a.linde.example", "CNAME b.linde.example")
                .knows("b.linde.example", "CNAME c.linde.example")
                .knows("c.linde.example", "A 192.0.2.10", "A 192.0.2.99");

        DnsAnswer answer = names.ask("a.linde.example");

        assertThat(answer.addresses()).containsExactlyInAnyOrder("192.0.2.10", "192.0.2.99");
        assertThat(answer.aliases()).contains("b.linde.example");
    }

    @Test
    void a_name_that_is_not_there_is_an_answer() {
        assertThat(names.ask("nobody.example"))
                .isEqualTo(new DnsAnswer(true, List.of(), List.of()))
                .satisfies(answer -> assertThat(DnsVerdict.of(answer, TARGET, OURS))
                        .isEqualTo(new DnsVerdict(DnsState.WAITING, "no-record")));
        server.knows("bare.example");
        assertThat(names.ask("bare.example")).isEqualTo(new DnsAnswer(true, List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void a_server_that_fails_or_refuses_says_nothing_of_the_host(int code) {
        server.knows("linde.example", "A 192.0.2.10").failing(code);

        assertThat(names.ask("linde.example")).isEqualTo(DnsAnswer.FAILED);
    }

    @Test
    void a_text_below_the_name_is_read_in_lower_case_and_none_is_no_failure() {
        server.knows("_esolutions.linde.example", "TXT esolutions-domain=ABC123");

        assertThat(names.texts("_esolutions.linde.example")).containsExactly("esolutions-domain=abc123");
        assertThat(names.texts("_esolutions.adler.example")).isEmpty();
    }

    @Test
    void an_alias_that_leads_to_a_url_is_not_followed() {
        server.knows("evil.example", "CNAME ldap:127.0.0.1");

        assertThat(names.ask("evil.example").addresses()).isEmpty();
    }
}
