package de.hypersoft.esolutions.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A session may be resumed with the certificate it began with, or not at all. That it cannot be resumed under another
 * host is tested with OpenSSL: the JDK's client always sends the host of the session again.
 */
class SessionTest {

    private static final Authority AUTHORITY = new Authority();

    private final CertificateDirectory directory = new CertificateDirectory();
    private final Listener listener = new Listener(directory);

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void the_same_host_is_resumed(String protocol) throws SSLException {
        directory.put("a.de", List.of(AUTHORITY.ec("a.de")));
        Client client = Client.of(protocol);

        assertThat(connect(client, "a.de").resumed()).isFalse();
        assertThat(connect(client, "a.de").resumed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_replaced_certificate_is_not_resumed_and_an_unchanged_host_still_is(String protocol) throws SSLException {
        directory.put("a.de", List.of(AUTHORITY.ec("a.de")));
        directory.put("b.de", List.of(AUTHORITY.ec("b.de")));
        Client client = Client.of(protocol);
        Client other = Client.of(protocol);
        connect(client, "a.de");
        connect(other, "b.de");
        ServerCertificate renewed = AUTHORITY.ec("a.de");
        directory.put("a.de", List.of(renewed));

        Handshake again = connect(client, "a.de");
        assertThat(again.resumed()).isFalse();
        assertThat(again.shown()).isEqualTo(renewed.leaf());
        assertThat(connect(other, "b.de").resumed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void sessions_of_a_removed_host_are_gone_when_a_wildcard_answers_in_its_place(String protocol) throws SSLException {
        directory.put("*.a.de", List.of(AUTHORITY.ec("*.a.de")));
        directory.put("x.a.de", List.of(AUTHORITY.ec("x.a.de")));
        Client client = Client.of(protocol);
        connect(client, "x.a.de");
        directory.remove("x.a.de");

        assertThat(connect(client, "x.a.de").resumed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void sessions_end_with_the_default_certificate(String protocol) throws SSLException {
        directory.fallback(AUTHORITY.ec("*.myhypersoftapp.de"), false);
        Client client = Client.of(protocol);
        connect(client, "x.myhypersoftapp.de");
        assertThat(connect(client, "x.myhypersoftapp.de").resumed()).isTrue();
        directory.fallback(AUTHORITY.ec("*.myhypersoftapp.de"), false);

        assertThat(connect(client, "x.myhypersoftapp.de").resumed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_handshake_during_which_the_certificate_was_replaced_leaves_no_session(String protocol) throws SSLException {
        directory.put("a.de", List.of(AUTHORITY.ec("a.de")));
        Client client = Client.of(protocol);
        Handshake slow = new Handshake(client.engine("a.de"), listener.engine());
        slow.hello();
        slow.choose();
        directory.put("a.de", List.of(AUTHORITY.ec("a.de")));
        slow.finish();

        assertThat(connect(client, "a.de").resumed()).isFalse();
    }

    private Handshake connect(Client client, String host) throws SSLException {
        return Handshake.done(client.engine(host), listener.engine());
    }
}
