package de.hypersoft.esolutions.acme;

import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.acme.authority.AcmeFailure;
import de.hypersoft.esolutions.acme.authority.AcmeRefused;
import de.hypersoft.esolutions.acme.authority.KeyPairs;
import de.hypersoft.esolutions.acme.renewal.LeasedHost;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One host's order is one node's at a time, and goes on where that one died. */
@OnBothDatabases
class SeveralNodesTest {

    private final Store store;

    SeveralNodesTest(Store store) {
        this.store = store;
    }

    @Test
    void of_many_nodes_that_ask_at_once_one_gets_the_host() throws Exception {
        TestNet net = new TestNet(store);
        net.allow();
        int nodes = 8;
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        CyclicBarrier together = new CyclicBarrier(nodes);
        List<Future<List<LeasedHost>>> asked = new ArrayList<>();
        for (int i = 0; i < nodes; i++)
            asked.add(threads.submit(() -> {
                AutomaticDomains domains = net.domains();
                together.await();
                return domains.due(10).stream()
                        .flatMap(host -> domains.take(host).stream())
                        .toList();
            }));
        List<LeasedHost> won = new ArrayList<>();
        for (Future<List<LeasedHost>> one : asked) won.addAll(one.get());
        threads.shutdown();

        assertThat(won).hasSize(1);
    }

    @Test
    void a_node_that_dies_after_any_call_is_followed_by_another_that_goes_on() {
        int calls = calls();
        for (int call = 0; call < calls; call++) {
            TestNet net = new TestNet(store);
            net.allow();
            net.authority.diesAfter = call;
            dies(net);

            net.authority.diesAfter = -1;
            net.its.clock().advance(Duration.ofMinutes(3));
            net.until(net::serving);

            String died = net.authority.calls.get(call);
            assertThat(net.authority.count("place"))
                    .as("orders, when the first node died after " + died)
                    .isEqualTo(died.equals("place") ? 2 : 1);
            assertThat(net.authority.count("finish")).as(died).isEqualTo(1);
        }
    }

    @Test
    void a_node_that_was_thought_dead_changes_nothing_any_more() {
        TestNet net = new TestNet(store);
        net.allow();
        LeasedHost late = net.domains().take(net.host()).orElseThrow();
        net.its.clock().advance(Duration.ofMinutes(3));
        net.until(net::serving);

        assertThat(net.domains()
                        .settle(
                                late,
                                d -> d.ordered(
                                        "https://late.example", net.its.clock().instant())))
                .isFalse();
        net.domains().failed(late, new AcmeRefused(AcmeFailure.SERVER, "late", Duration.ZERO));
        assertThatThrownBy(() -> net.domains().activate(late)).isInstanceOf(Conflict.class);
        KeyPair keys = KeyPairs.fresh();
        assertThatThrownBy(() -> net.domains().store(late, net.its.issue(keys, Duration.ofDays(90)), keys))
                .isInstanceOf(Conflict.class);
        assertThat(net.serving()).isTrue();
        assertThat(net.row().failures()).isZero();
        assertThat(net.its.certificates().of(staff(), net.host())).hasSize(1);
    }

    @Test
    void keys_of_accounts_and_orders_lie_sealed_and_are_wrapped_anew_with_the_others() {
        TestNet net = new TestNet(store);
        net.allow();
        net.until(() -> net.row().phase() == AutomaticPhase.FINISHING);
        net.until(() -> net.authority.count("finish") == 1);

        String account = store.in(() -> store.entities()
                .createQuery("select a.id from AcmeAccount a", UUID.class)
                .getSingleResult()
                .toString());
        for (String name : List.of("acme-account|" + account, "acme-order|" + net.host()))
            assertThat(net.its.wrappedAnew(name)).as(name).isPresent().get().satisfies(written -> assertThat(
                            KeyPairs.read(written).getPrivate().getAlgorithm())
                    .isEqualTo("EC"));
        List<?> envelopes = store.in(() -> store.entities()
                .createNativeQuery("select envelope from certificates.secret", String.class)
                .getResultList());
        assertThat(envelopes).isNotEmpty().allSatisfy(one -> assertThat((String) one)
                .startsWith("H1."));
        KeyPair keys = KeyPairs.fresh();
        assertThat(KeyPairs.read(KeyPairs.written(keys)).getPrivate()).isEqualTo(keys.getPrivate());
        assertThat(new String(KeyPairs.written(keys), StandardCharsets.US_ASCII))
                .doesNotContain("\n");
        assertThat(net.its.sealed().state().aged()).isZero();
    }

    private int calls() {
        TestNet net = new TestNet(store);
        net.allow();
        net.until(net::serving);
        return net.authority.calls.size();
    }

    private static void dies(TestNet net) {
        try {
            net.until(() -> net.authority.calls.size() > 30);
        } catch (FakeAuthority.Killed killed) {
            return;
        }
        throw new AssertionError("the node lived on: " + net.authority.calls);
    }
}
