package de.hypersoft.esolutions.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.QuickPasswords;
import de.hypersoft.esolutions.identity.UserView;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.identity.password.PasswordLinks;
import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the people that a new customer's file names come to a password: outside of a demo never by the file. */
@OnBothDatabases
class PeopleByFileTest {

    private static final Caller HANNA = new Caller(UUID.randomUUID(), "hanna", "Hanna", new Reach.Installation());

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final HandClock clock = HandClock.at("2026-11-22T11:30:00Z");
    private final Store store;
    private final Audit audit;
    private final Locations locations;
    private final Users users;
    private final PasswordLinks links;

    PeopleByFileTest(Store shared) {
        store = shared;
        audit = new Audit(store.entities(), clock);
        locations = new Locations(store.entities());
        users = QuickPasswords.users(store.entities(), locations, audit, clock);
        links = QuickPasswords.links(store.entities(), users, audit, clock);
    }

    @Test
    void a_file_with_a_password_is_refused_at_its_place_and_makes_nobody() {
        assertThatThrownBy(() -> make(false, person("eva", null, null), person("ben", null, "eine lange Parole")))
                .isInstanceOfSatisfying(Invalid.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("password-in-file");
                    assertThat(refusal.field()).isEqualTo("users[1].password");
                });

        assertThat(people()).isEmpty();
    }

    @Test
    void whoever_a_file_names_gets_in_by_a_link_that_ends_and_by_nothing_else() {
        make(false, person("eva", "eva@linde.example", null), person("ben", null, null));

        assertThat(people()).extracting(UserView::mail).containsExactlyInAnyOrder("eva@linde.example", "");
        UUID ben = people().stream()
                .filter(user -> user.login().startsWith("ben"))
                .findFirst()
                .orElseThrow()
                .id();
        String link = store.in(() -> links.invite(HANNA, ben).value());
        assertThat(store.in(() -> links.open(link)).login()).isEqualTo("ben-" + own);
        clock.advance(Duration.ofDays(7));
        assertThatThrownBy(() -> store.in(() -> links.use(link, "any", new Device("192.0.2.1", "", ""))))
                .isInstanceOf(PasswordLinks.LinkUsed.class);
    }

    @Test
    void an_address_that_is_none_is_told_with_its_place() {
        assertThatThrownBy(() -> make(false, person("eva", "eva@", null)))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.field()).isEqualTo("users[0].mail"));
    }

    @Test
    void a_demo_s_file_says_the_passwords_that_everybody_knows() {
        make(true, person("eva", null, "eine lange Parole"));

        assertThat(people()).hasSize(1);
    }

    private void make(boolean demo, BrandDocument.Person... named) {
        store.run(() -> new People(users, locations, demo).make(Actor.SYSTEM, tenant, List.of(named)));
    }

    private BrandDocument.Person person(String login, @Nullable String mail, @Nullable String password) {
        return new BrandDocument.Person(login + "-" + own, login, "MANAGER", List.of("*"), mail, password);
    }

    private List<UserView> people() {
        return store.in(() -> users.list(HANNA)).stream()
                .filter(user -> user.login().endsWith(own))
                .toList();
    }
}
