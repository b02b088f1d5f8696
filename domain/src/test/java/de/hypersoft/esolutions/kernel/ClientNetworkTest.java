package de.hypersoft.esolutions.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {

    @Test
    void whoever_changes_the_address_within_his_own_ipv6_network_stays_the_same_client() {
        ClientNetwork one = ClientNetwork.of("2001:db8:1:2::1");

        assertThat(ClientNetwork.of("2001:db8:1:2:ffff::9")).isEqualTo(one);
        assertThat(ClientNetwork.of("2001:db8:1:3::1")).isNotEqualTo(one);
    }

    @Test
    void an_ipv4_address_is_one_client_also_where_it_is_written_as_ipv6() {
        assertThat(ClientNetwork.of("::ffff:192.0.2.7")).isEqualTo(ClientNetwork.of("192.0.2.7"));
        assertThat(ClientNetwork.of("192.0.2.8")).isNotEqualTo(ClientNetwork.of("192.0.2.7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void a_proxy_of_this_machine_stands_for_many(String address) {
        assertThat(ClientNetwork.of(address).many()).isTrue();
        assertThat(ClientNetwork.of("192.0.2.7").many()).isFalse();
    }

    @Test
    void who_may_have_many_networks_is_known_by_the_larger_one_around_them() {
        String around = ClientNetwork.of("2001:db8:1:2::1").wide();

        assertThat(ClientNetwork.of("2001:db8:1:ffff::1").wide()).isEqualTo(around);
        assertThat(ClientNetwork.of("2001:db8:2:2::1").wide()).isNotEqualTo(around);
        assertThat(ClientNetwork.of("192.0.2.7").wide()).isEqualTo("192.0.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "_hidden", "1:2:nonsense"})
    void what_is_no_address_stands_for_itself(String odd) {
        assertThat(ClientNetwork.of(odd)).isEqualTo(new ClientNetwork(odd, false));
        assertThat(ClientNetwork.of(odd).wide()).isEqualTo(odd);
    }
}
