package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.portal.PortalRoute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A PostgreSQL database that began as a demo and goes on without it; nothing of it is in the data folder. */
@OwnServers
@Tag("long")
class AfterTheDemoIT {

    private static final int FURTHER = 70;
    private static final String PASSWORD = "zwölf Zeichen und mehr";
    private static final String FACTOR = "/portal/account/second-factor";

    private static OwnPostgres database;
    private static Server server;
    private static Asker open;

    @BeforeAll
    static void a_demo_that_is_over() {
        database = OwnPostgres.started("after-the-demo", FURTHER);
        server = Server.started(
                "after-the-demo",
                FURTHER,
                database.environment(),
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"));
        open = Asker.signedIn(Asker.nobodyAt(server), "hosting", "demo-hosting");
        server.stop();
        server.startAs("esolutions.demo=false");
    }

    @AfterAll
    static void close() {
        if (server != null) server.close();
        if (database != null) database.close();
    }

    @Test
    void nobody_gets_in_with_what_everybody_knows_and_the_first_of_the_staff_does_nothing_before_a_second_factor() {
        assertThat(open.get("/portal/account").location()).startsWith("/portal/sign-in");
        for (String login : List.of("hosting", "linde")) {
            Map<String, String> known = Map.of("login", login, "password", "demo-" + login);
            assertThat(Asker.nobodyAt(server).post("/portal/sign-in", known).status())
                    .as(login)
                    .isEqualTo(422);
        }
        assertThat(server.log()).contains("This database began as a demo", "[hosting, linde, nord]");

        String setup = ScopeStage.found(server.log(), "(/portal/setup/[A-Za-z0-9_-]{20,})");
        Asker boss = Asker.nobodyAt(server);
        boss.keep(boss.get(setup));
        boss.post(setup, Map.of("login", "boss", "name", "Boss", "password", PASSWORD));
        boss = Asker.signedIn(Asker.nobodyAt(server), "boss", PASSWORD);

        assertThat(notLedThere(boss)).as("without a second factor").isEmpty();
        boss.keep(boss.get(FACTOR));
        Factor.of(boss, Instant.now());
        assertThat(boss.get("/portal/tenants").status()).isEqualTo(200);
    }

    /** Every address that wants somebody signed in, but for those that lead to a second factor. */
    private static List<String> notLedThere(Asker boss) {
        Asker nobody = Asker.nobodyAt(server);
        List<String> wrong = new ArrayList<>();
        int closed = 0;
        for (PortalRoute.Route route : PortalRoute.all()) {
            String path = "/portal" + route.path().replaceAll("\\{[^}]*}", "x");
            if (path.startsWith(FACTOR) || path.startsWith("/portal/account/confirmation")) continue;
            Asker.Answer stranger = nobody.send(route.method(), path, "", "", "");
            boolean open = stranger.status() != 401
                    && !stranger.location().startsWith("/portal/sign-in?")
                    && !stranger.location().equals("/portal/sign-in");
            if (open) continue;
            closed++;
            Asker.Answer answer = boss.send(route.method(), path, "", "", "");
            if (answer.status() != 303 || !answer.location().equals(FACTOR))
                wrong.add(route.method() + " " + path + " " + answer.status() + " " + answer.location());
        }
        assertThat(closed).as("addresses that want somebody signed in").isGreaterThan(50);
        return wrong;
    }
}
