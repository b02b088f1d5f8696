package de.hypersoft.esolutions.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The listener's side of real handshakes, in memory. */
class HandshakeTest {

    private static final Authority AUTHORITY = new Authority();

    private final CertificateDirectory directory = new CertificateDirectory();
    private final Listener listener = new Listener(directory);

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void each_host_is_answered_with_its_own_certificate(String protocol) throws SSLException {
        ServerCertificate linde = AUTHORITY.ec("shop.gasthaus-linde.de");
        ServerCertificate baeck = AUTHORITY.rsa("*.baeck.de");
        ServerCertificate fallback = AUTHORITY.ec("*.myhypersoftapp.de");
        directory.put("shop.gasthaus-linde.de", List.of(linde));
        directory.put("*.baeck.de", List.of(baeck));
        directory.fallback(fallback, false);

        expect(protocol, "shop.gasthaus-linde.de", linde);
        expect(protocol, "SHOP.Gasthaus-Linde.de", linde);
        expect(protocol, "mitte.baeck.de", baeck);
        expect(protocol, "linde.myhypersoftapp.de", fallback);
        expect(protocol, null, fallback);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void an_unknown_host_is_refused_by_name_and_sees_nobodys_certificate(String protocol) {
        directory.put("a.de", List.of(AUTHORITY.ec("a.de")));
        directory.fallback(AUTHORITY.ec("*.myhypersoftapp.de"), false);

        for (String host : List.of("b.de", "x.a.de", "myhypersoftapp.de")) {
            assertThatExceptionOfType(SSLException.class)
                    .as(host)
                    .isThrownBy(() -> connect(Client.of(protocol), host))
                    .withMessageContaining("unrecognized_name");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_removed_host_is_refused(String protocol) throws SSLException {
        directory.put("a.de", List.of(AUTHORITY.ec("a.de")));
        connect(Client.of(protocol), "a.de");
        directory.remove("a.de");

        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> connect(Client.of(protocol), "a.de"))
                .withMessageContaining("unrecognized_name");
    }

    /** The JDK's own key manager answers such clients with any other customer's certificate of the wanted kind. */
    @Test
    void a_client_that_wants_another_kind_of_key_is_refused_and_not_given_a_foreign_certificate() {
        directory.put("a.de", List.of(AUTHORITY.ec("a.de")));
        directory.put("b.de", List.of(AUTHORITY.rsa("b.de")));
        directory.fallback(AUTHORITY.rsa("*.myhypersoftapp.de"), false);

        assertThatExceptionOfType(SSLException.class).isThrownBy(() -> connect(Client.rsaOnly(), "a.de"));
        assertThatExceptionOfType(SSLException.class).isThrownBy(() -> connect(Client.ecOnly(), "b.de"));
    }

    @Test
    void a_host_with_both_kinds_answers_each_client_with_its_own() throws SSLException {
        ServerCertificate ec = AUTHORITY.ec("a.de");
        ServerCertificate rsa = AUTHORITY.rsa("a.de");
        directory.put("a.de", List.of(rsa, ec));

        assertThat(connect(Client.ecOnly(), "a.de").shown()).isEqualTo(ec.leaf());
        assertThat(connect(Client.rsaOnly(), "a.de").shown()).isEqualTo(rsa.leaf());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_renewal_may_change_the_kind_of_key(String protocol) throws SSLException {
        for (ServerCertificate next : List.of(AUTHORITY.ec("a.de"), AUTHORITY.rsa("a.de"), AUTHORITY.ec("a.de"))) {
            directory.put("a.de", List.of(next));
            expect(protocol, "a.de", next);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_challenge_is_shown_for_acme_only_and_nothing_is_heard_after_it(String protocol) throws SSLException {
        ServerCertificate shop = AUTHORITY.ec("a.de");
        ServerCertificate challenge = AUTHORITY.rsa("a.de");
        directory.put("a.de", List.of(shop));
        directory.putAlpnChallenge("a.de", challenge.key(), challenge.chain().toArray(new X509Certificate[0]));

        assertThat(connect(Client.speaking(protocol, "h2", "http/1.1"), "a.de").shown())
                .isEqualTo(shop.leaf());
        Handshake acme = connect(Client.speaking(protocol, "acme-tls/1"), "a.de");
        assertThat(acme.shown()).isEqualTo(challenge.leaf());
        assertThat(acme.server().getApplicationProtocol()).isEqualTo("http/1.1");
        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> acme.says("GET / HTTP/1.1\r\n\r\n"))
                .withMessageContaining("handshake only");
        directory.removeAlpnChallenge("a.de");
        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> connect(Client.speaking(protocol, "acme-tls/1"), "a.de"));
    }

    @Test
    void a_challenge_is_shown_for_a_host_that_has_no_certificate_yet() throws SSLException {
        ServerCertificate challenge = AUTHORITY.rsa("new.de");
        directory.putAlpnChallenge("new.de", challenge.key(), challenge.chain().toArray(new X509Certificate[0]));

        assertThat(connect(Client.speaking("TLSv1.3", "acme-tls/1"), "new.de").shown())
                .isEqualTo(challenge.leaf());
        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> connect(Client.speaking("TLSv1.3", "h2"), "new.de"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_candidate_is_seen_by_the_servers_own_check_only(String protocol) throws SSLException {
        ServerCertificate old = AUTHORITY.ec("a.de");
        ServerCertificate candidate = AUTHORITY.rsa("a.de");
        directory.put("a.de", List.of(old));
        directory.putCandidate("a.de", List.of(candidate));

        Handshake check = connect(Client.speaking(protocol, directory.candidateProtocol()), "a.de");
        assertThat(check.shown()).isEqualTo(candidate.leaf());
        assertThatExceptionOfType(SSLException.class).isThrownBy(() -> check.says("GET / HTTP/1.1\r\n\r\n"));
        assertThat(connect(Client.speaking(protocol, "http/1.1"), "a.de").shown())
                .isEqualTo(old.leaf());
        directory.removeCandidate("a.de");
        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> connect(Client.speaking(protocol, directory.candidateProtocol()), "a.de"));
    }

    @Test
    void words_are_heard_after_an_ordinary_handshake() throws SSLException {
        directory.put("a.de", List.of(AUTHORITY.ec("a.de")));

        assertThat(connect(Client.speaking("TLSv1.3", "http/1.1"), "a.de").says("GET /"))
                .isEqualTo("GET /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void where_nothing_was_put_everybody_is_refused_and_nothing_breaks(String protocol) throws SSLException {
        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> connect(Client.of(protocol), "a.de"))
                .withMessageContaining("unrecognized_name");
        assertThatExceptionOfType(SSLException.class).isThrownBy(() -> connect(Client.of(protocol), null));
        directory.put("a.de", List.of(AUTHORITY.ec("a.de")));

        assertThat(connect(Client.of(protocol), "a.de").shown()).isNotNull();
    }

    /** A page that is taken for half sent costs the connection, and with it every kept connection of HTTP/1.1. */
    @ParameterizedTest
    @CsvSource({"TLSv1.2,10", "TLSv1.3,10", "TLSv1.2,16384", "TLSv1.3,16384", "TLSv1.3,40000"})
    void what_was_sent_is_counted_whatever_else_the_first_words_carry(String protocol, int length) throws SSLException {
        directory.put("a.de", List.of(AUTHORITY.ec("a.de")));
        Client client = Client.speaking(protocol, "http/1.1");
        Handshake line = connect(client, "a.de");

        for (int i = 1; i <= 3; i++) {
            assertThat(ServedNames.of(line.server().getSession()))
                    .as("the door asks")
                    .isNotNull();
            assertThat(line.answers(new byte[length])).isEqualTo(length);
            assertThat(line.heardByClient()).isEqualTo(i * length);
        }
        assertThat(connect(client, "a.de").resumed()).isTrue();
    }

    private void expect(String protocol, @Nullable String host, ServerCertificate certificate) throws SSLException {
        Handshake handshake = connect(Client.of(protocol), host);
        assertThat(handshake.shown()).as(host).isEqualTo(certificate.leaf());
        assertThat(handshake.server().getSession().getProtocol()).isEqualTo(protocol);
    }

    private Handshake connect(Client client, @Nullable String host) throws SSLException {
        return Handshake.done(client.engine(host), listener.engine("h2", "http/1.1"));
    }
}
