package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stored key of which a few letters were changed: hosting staff read of it, and what they have to do. */
@OwnServers
@Tag("long")
class DamagedKeyIT {

    private static final int FURTHER = 190;
    private static final String HOST = "shop.gasthaus-linde.example";
    private static final String PASSWORD = "passwort 9";
    private static final TestPki PKI = new TestPki(TestRun.home().resolveSibling("pki-damaged"))
            .leaf("first", HOST, 90)
            .leaf("second", HOST, 90);

    private static OwnPostgres database;
    private static Server server;
    private static DomainStaff staff;

    @BeforeAll
    static void a_domain_is_served() {
        database = OwnPostgres.started("damaged-key", FURTHER);
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("DNS_SERVER", "127.0.0.1:9");
        server = Server.started(
                "damaged-key",
                FURTHER,
                environment,
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"));
        staff = new DomainStaff(server, HOST);
        staff.signIn();
        staff.register(HOST);
        serves("first");
    }

    @AfterAll
    static void end() {
        if (staff != null) staff.close();
        if (server != null) server.close();
        if (database != null) database.close();
    }

    @Test
    void it_is_said_on_the_board_and_on_its_page_until_the_file_was_uploaded_once_more() throws SQLException {
        server.kill();
        damage();
        server.startUnready();

        Page page = staff.browser().page();
        Eventually.within(
                Duration.ofMinutes(1),
                "the state of the domain",
                () -> staff.open().locator("h1 + p .state").textContent(),
                state -> state.contains("Schlüssel beschädigt"));
        assertThat(page.locator("section:has(#certificate) .state-ok").count()).isZero();
        assertThat(staff.browser().accessibilityFindings()).isEmpty();
        staff.browser().photograph("domain-key-damaged");
        page.navigate(staff.address("/portal/domains"));
        assertThat(page.locator("[role=alert]").textContent()).contains("beschädigt", HOST);
        assertThat(staff.browser().accessibilityFindings()).isEmpty();

        serves("second");

        Eventually.within(
                Duration.ofMinutes(1),
                "nothing damaged in service",
                () -> staff.open().locator("h1 + p .state").textContent(),
                state -> !state.contains("beschädigt"));
        assertThat(staff.open().locator("section:has(#certificate) .state-ok").count())
                .isPositive();
    }

    private static void serves(String name) {
        assertThat(staff.upload(PKI.pfx(name, PASSWORD), PASSWORD)).containsExactly("private-authority");
        staff.activate();
        staff.awaitShown(HOST, PKI.serial(name));
    }

    private static void damage() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update certificates.certificate set key_envelope ="
                            + " overlay(key_envelope placing 'AAAAAAAA' from length(key_envelope) / 2)"))
                    .isEqualTo(1);
        }
    }
}
