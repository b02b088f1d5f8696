package de.hypersoft.esolutions.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.identity.QuickPasswords;
import de.hypersoft.esolutions.identity.UserRights;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demo on a database that is none. */
@OnBothDatabases
@SuppressWarnings("NullAway") // what is never asked is not there
class DemoBrandTest {

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final Store store;
    private final Users users;
    private final DemoBrand demo;

    DemoBrandTest(Store shared) {
        store = shared;
        HandClock clock = HandClock.at("2026-11-22T11:30:00Z");
        Audit audit = new Audit(store.entities(), clock);
        users = QuickPasswords.users(store.entities(), new Locations(store.entities()), audit, clock);
        demo = new DemoBrand(
                new OnboardBrand(null, null, null, null, null, null, null, null),
                new Tenants(store.entities()),
                users,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void it_brings_no_known_passwords_to_people_who_are_there_already(@TempDir Path folder) throws IOException {
        store.run(() -> users.create(Actor.SYSTEM, "boss-" + own, UserRights.staff("Boss"), "eine lange Parole"));
        Path demos = Path.of("..", "demo");
        Files.writeString(
                folder.resolve("brand.json"),
                Files.readString(demos.resolve("brand.json"))
                        .replace("\"slug\": \"linde\"", "\"slug\": \"" + own + "\""));
        Files.copy(demos.resolve("hosting.json"), folder.resolve("hosting.json"));

        assertThatThrownBy(() -> store.run(() -> demo.load(folder, folder.resolve("pins"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("--no-demo");

        assertThat(folder.resolve("pins")).doesNotExist();
    }
}
