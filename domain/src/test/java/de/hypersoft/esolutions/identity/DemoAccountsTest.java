package de.hypersoft.esolutions.identity;

import static de.hypersoft.esolutions.identity.IdentityStage.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.identity.session.SignIn;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that began as a demo and is no longer one. */
@OnBothDatabases
class DemoAccountsTest {

    private static final Device HOME = at("192.0.2.1");
    private static final String OWN = "chosen by its owner";

    private final TenantId linde = new TenantId(UUID.randomUUID());
    private final IdentityStage its;
    private final DemoAccounts former;

    DemoAccountsTest(Store store) {
        its = new IdentityStage(store);
        former = its.formerDemo();
    }

    @BeforeEach
    void the_demo() {
        its.nobody();
        its.users.create(Actor.SYSTEM, "hosting", UserRights.staff("Hanna"), "demo-hosting");
        its.users.create(Actor.SYSTEM, "linde", UserRights.manager("Marlene", Scope.all(linde)), "demo-linde");
        its.users.create(Actor.SYSTEM, "nord", UserRights.manager("Emre", Scope.all(linde)), OWN);
    }

    @Test
    void whoever_has_a_password_that_everybody_knows_is_out_and_the_others_stay() {
        SignIn.Entered open = its.signIn.signIn("hosting", "demo-hosting", HOME);

        assertThat(former.shut()).containsExactly("hosting", "linde");

        assertThat(its.caller(open.session().value())).isEmpty();
        assertThatThrownBy(() -> its.signIn.signIn("hosting", "demo-hosting", HOME))
                .isInstanceOf(SignIn.SignInRefused.class);
        assertThat(its.signIn.signIn("nord", OWN, HOME)).isNotNull();
        assertThat(former.shut()).as("at the next start").isEmpty();
        assertThat(its.count(
                        "kernel.audit_entry where action = 'user-deactivated' and tenant_id = '" + linde.value() + "'"))
                .isEqualTo(1);
    }

    @Test
    void activating_such_an_account_again_does_not_bring_its_password_back_and_a_new_administrator_can_be_made() {
        assertThat(its.first.offer()).as("while there is one").isEmpty();
        former.shut();

        String link = its.first.offer().orElseThrow().value();
        Caller boss = IdentityStage.callerOf(its.first.appoint(link, "boss", "Boss", OWN));
        UserView marlene = its.users.list(boss).stream()
                .filter(user -> user.login().equals("linde"))
                .findFirst()
                .orElseThrow();
        its.users.activate(boss, marlene.id());

        assertThatThrownBy(() -> its.signIn.signIn("linde", "demo-linde", HOME))
                .isInstanceOf(SignIn.SignInRefused.class);
        its.choosing.choose(its.links.invite(boss, marlene.id()).value(), OWN, HOME);
        assertThat(its.signIn.signIn("linde", OWN, HOME)).isNotNull();
    }

    @Test
    void they_are_those_of_the_demos_files() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String file : new String[] {"brand.json", "hosting.json"})
            Pattern.compile("\"login\": \"([^\"]+)\"(?s:.*?)\"password\": \"([^\"]+)\"")
                    .matcher(Files.readString(Path.of("..", "demo", file)))
                    .results()
                    .forEach(person -> found.put(person.group(1), person.group(2)));

        assertThat(found).isEqualTo(new TreeMap<>(DemoAccounts.PASSWORDS));
    }
}
