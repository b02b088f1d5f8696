package de.hypersoft.esolutions.acme;

import static de.hypersoft.esolutions.hostnames.TestRegistry.manager;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import org.junit.jupiter.api.Test;

/** The automatic certificates of many hosts at a glance. */
@OnBothDatabases
class BoardOfNetsTest {

    private final TestNet net;

    BoardOfNetsTest(Store store) {
        this.net = new TestNet(store);
    }

    @Test
    void where_none_is_allowed_no_certificate_is_read_for_it() {
        net.its.uploaded("theirs");

        assertThat(net.store.statementsIn(() -> net.automatic.allowed(staff()))).isEqualTo(1);
    }

    @Test
    void T49_each_is_shown_to_those_who_see_its_host() {
        net.allow();
        net.until(net::serving);

        assertThat(net.automatic.allowed(staff())).hasSize(1).containsEntry(net.host(), net.view());
        assertThat(net.automatic.allowed(manager(net.its.tenant()))).containsOnlyKeys(net.host());
        assertThat(net.automatic.allowed(manager(net.its.registry().customer("other"))))
                .isEmpty();
    }
}
