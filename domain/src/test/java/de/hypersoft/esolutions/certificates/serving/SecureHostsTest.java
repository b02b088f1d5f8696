package de.hypersoft.esolutions.certificates.serving;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.Shelf;
import de.hypersoft.esolutions.certificates.TestAuthority;
import de.hypersoft.esolutions.hostnames.DomainKind;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.HostRules;
import de.hypersoft.esolutions.hostnames.ShopDomains;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.tls.CertificateDirectory;
import de.hypersoft.esolutions.tls.ServerCertificate;
import java.lang.reflect.Proxy;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecureHostsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final CertificateDirectory directory = new CertificateDirectory();
    private final Register register = new Register();
    private final HandClock clock = HandClock.at(NOW.toString());
    private final SecureHosts hosts = new SecureHosts(register, clock, true, 443, directory);

    @Test
    void a_host_that_has_a_certificate_belongs_to_https() {
        register.own("shop.linde.de", null);
        assertThat(hosts.httpsOrigin("shop.linde.de")).isEmpty();
        put("shop.linde.de");

        assertThat(hosts.httpsOrigin("Shop.Linde.de:80")).contains("https://shop.linde.de");
        assertThat(new SecureHosts(register, clock, true, 8443, directory).httpsOrigin("shop.linde.de"))
                .contains("https://shop.linde.de:8443");
        assertThat(new SecureHosts(register, clock, false, 443, directory).httpsOrigin("shop.linde.de"))
                .isEmpty();
        assertThat(hosts.httpsOrigin("other.linde.de")).isEmpty();
        assertThat(hosts.httpsOrigin("<script>")).isEmpty();
    }

    @Test
    void a_demo_host_and_any_host_while_the_database_is_away_is_answered_as_it_came() {
        put("linde.localhost");
        register.rules.put("linde.localhost", rules("linde.localhost", DomainKind.DEMO, null));

        assertThat(hosts.httpsOrigin("linde.localhost:8080")).isEmpty();
        assertThat(hosts.strictFor("linde.localhost")).isEmpty();
        register.away = true;
        assertThat(hosts.strictFor("linde.localhost")).isEmpty();
    }

    @Test
    void guests_are_sent_to_the_canonical_host_only_while_a_handshake_with_it_would_work() {
        HostName www = new HostName("www.linde.de");
        register.rules.put("linde.de", new HostRules(new HostName("linde.de"), DomainKind.OWN, null, null, www));
        assertThat(hosts.canonicalOrigin("linde.de", true)).isEmpty();

        put("www.linde.de");

        assertThat(hosts.canonicalOrigin("Linde.de:443", true)).contains("https://www.linde.de");
        assertThat(hosts.canonicalOrigin("linde.de", false)).contains("https://www.linde.de");
        assertThat(hosts.canonicalOrigin("www.linde.de", true)).isEmpty();
        assertThat(new SecureHosts(register, clock, false, 443, directory).canonicalOrigin("linde.de", false))
                .isEmpty();
        register.away = true;
        assertThat(hosts.canonicalOrigin("linde.de", true)).isEmpty();
    }

    @Test
    void strict_transport_is_promised_for_ever_longer_and_taken_back_with_zero() {
        register.own("a.de", NOW);
        for (Map.Entry<Duration, Duration> step : Map.of(
                        Duration.ZERO,
                        Duration.ofSeconds(300),
                        Duration.ofHours(23),
                        Duration.ofSeconds(300),
                        Duration.ofHours(24),
                        Duration.ofDays(1),
                        Duration.ofDays(29),
                        Duration.ofDays(1),
                        Duration.ofDays(30),
                        Duration.ofDays(365))
                .entrySet()) {
            clock.set(NOW.plus(step.getKey()));
            assertThat(hosts.strictFor("a.de")).as("after " + step.getKey()).contains(step.getValue());
        }
        register.own("a.de", null);
        assertThat(hosts.strictFor("a.de")).contains(Duration.ZERO);
    }

    @Test
    void a_host_of_nobody_without_the_platforms_certificate_is_promised_nothing() {
        register.rules.put("linde.myhypersoftapp.de", rules("linde.myhypersoftapp.de", DomainKind.VENDOR, null));

        assertThat(hosts.strictFor("linde.myhypersoftapp.de")).isEmpty();
        assertThat(hosts.strictFor("hosting.myhypersoftapp.de")).isEmpty();
        assertThat(hosts.strictFor("<script>")).isEmpty();
    }

    @Test
    void a_connection_is_good_for_the_hosts_of_its_certificate_and_for_no_other() {
        SSLSession connection = connection(TestAuthority.leaf(TestAuthority.ec("421"), "a.de", "*.b.de", "127.0.0.1")
                .at(NOW)
                .sign(null)
                .certificate());

        assertThat(List.of("a.de", "A.de:8443", "a.de.", "x.b.de", "127.0.0.1:8443"))
                .allMatch(host -> hosts.covered(connection, host));
        assertThat(List.of("b.de", "x.y.b.de", "c.de", "", "a.de.evil.de", "127.0.0.2"))
                .noneMatch(host -> hosts.covered(connection, host));
    }

    private void put(String host) {
        ActiveCertificates.Leaf leaf = Shelf.leaf(host);
        directory.put(host, List.of(new ServerCertificate(leaf.key(), leaf.chain())));
    }

    private static HostRules rules(String host, DomainKind kind, @Nullable Instant hstsSince) {
        return new HostRules(new HostName(host), kind, null, hstsSince, null);
    }

    private static SSLSession connection(Certificate shown) {
        Map<Object, Object> values = new HashMap<>();
        return (SSLSession) Proxy.newProxyInstance(
                SecureHostsTest.class.getClassLoader(),
                new Class<?>[] {SSLSession.class},
                (self, method, given) -> switch (method.getName()) {
                    case "getLocalCertificates" -> new Certificate[] {shown};
                    case "getValue" -> values.get(given[0]);
                    case "putValue" -> values.put(given[0], given[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static final class Register extends ShopDomains {
        private final Map<String, HostRules> rules = new HashMap<>();
        private boolean away;

        @SuppressWarnings("NullAway")
        Register() {
            super(null, null, null, Clock.systemUTC());
        }

        void own(String host, @Nullable Instant hstsSince) {
            rules.put(host, SecureHostsTest.rules(host, DomainKind.OWN, hstsSince));
        }

        @Override
        public Optional<HostRules> rules(String host) {
            if (away) throw new IllegalStateException("the database is away");
            return HostName.ofHeader(host).map(name -> rules.get(name.value()));
        }
    }
}
