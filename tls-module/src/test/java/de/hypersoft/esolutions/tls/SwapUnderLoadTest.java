package de.hypersoft.esolutions.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates are replaced while guests come. */
class SwapUnderLoadTest {

    private static final int SWAPS = 300;
    private static final int GUESTS = 4;
    private static final Authority AUTHORITY = new Authority();

    private final CertificateDirectory directory = new CertificateDirectory();
    private final Listener listener = new Listener(directory);

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void no_handshake_fails_and_none_sees_what_was_never_put(String protocol) throws InterruptedException {
        List<ServerCertificate> renewals =
                List.of(AUTHORITY.ec("a.de"), AUTHORITY.rsa("a.de"), AUTHORITY.ec("a.de"), AUTHORITY.rsa("a.de"));
        directory.put("b.de", List.of(AUTHORITY.ec("b.de")));
        directory.put("a.de", List.of(renewals.get(0)));
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        Set<X509Certificate> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger handshakes = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> guests = new ArrayList<>();
        for (int i = 0; i < GUESTS; i++) {
            Thread guest = new Thread(() -> {
                while (!over.get()) {
                    try {
                        seen.add(Handshake.done(Client.of(protocol).engine("a.de"), listener.engine("h2", "http/1.1"))
                                .shown());
                    } catch (SSLException | RuntimeException e) {
                        failures.add(e.toString());
                    }
                    handshakes.incrementAndGet();
                }
            });
            guest.start();
            guests.add(guest);
        }

        for (int swap = 1; swap <= SWAPS; swap++) {
            directory.put("a.de", List.of(renewals.get(swap % renewals.size())));
            directory.forgetRetired();
            while (handshakes.get() < swap) Thread.onSpinWait();
        }
        over.set(true);
        for (Thread guest : guests) guest.join();

        assertThat(failures).isEmpty();
        assertThat(handshakes.get()).isGreaterThanOrEqualTo(SWAPS);
        assertThat(seen)
                .isEqualTo(renewals.stream().map(ServerCertificate::leaf).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_key_of_another_kind_that_comes_between_two_questions_of_a_handshake_does_not_break_it(String protocol)
            throws GeneralSecurityException, SSLException {
        ServerCertificate first = AUTHORITY.rsa("a.de");
        directory.put("a.de", List.of(first));
        SSLContext jdk = SSLContext.getInstance("TLS");
        jdk.init(
                new KeyManager[] {
                    new DirectoryKeyManager(directory) {
                        @Override
                        public @Nullable String chooseEngineServerAlias(
                                String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
                            String alias = super.chooseEngineServerAlias(keyType, issuers, engine);
                            directory.put("a.de", List.of(AUTHORITY.ec("a.de")));
                            return alias;
                        }
                    }
                },
                null,
                null);
        SSLEngine server = jdk.createSSLEngine();
        server.setUseClientMode(false);

        assertThat(Handshake.done(Client.of(protocol).engine("a.de"), server).shown())
                .isEqualTo(first.leaf());
    }
}
