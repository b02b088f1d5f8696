package de.hypersoft.esolutions.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.IdentityStage;
import de.hypersoft.esolutions.identity.UserRights;
import de.hypersoft.esolutions.identity.UserView;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Origin;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept of people at the restaurants ends too. */
@OnBothDatabases
class ForgetSignInsTest {

    private static final Actor MARIA = Actor.user("1", "Maria");

    private final IdentityStage its;
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final ForgetSignIns forget;

    ForgetSignInsTest(Store store) {
        this.its = new IdentityStage(store);
        this.forget = new ForgetSignIns(its.limits, its.devices, its.links, its.refused, its.users, its.clock);
    }

    @Test
    void from_where_somebody_signed_in_goes_after_ninety_days_and_that_it_was_done_stays() {
        record("signed-in", "");
        its.clock.advance(Duration.ofDays(89));
        forget.sweep();
        assertThat(acts()).containsExactly("signed-in maria  from 192.0.2.7");

        its.clock.advance(Duration.ofDays(2));
        forget.sweep();

        assertThat(acts()).containsExactly("signed-in maria ");
    }

    @Test
    void what_older_releases_wrote_beside_a_sign_in_ends_with_the_address_of_the_act() throws IOException {
        record("user-changed", "address 7, mail changed");
        record("signed-in", "address 192.0.2.8");
        its.store.run(() -> {
            its.audit.record(MARIA, tenant.value(), "signed-in", "maria", "address 2001:db8::1, recovery code");
            its.audit.record(MARIA, tenant.value(), "password-chosen", "maria", "address 192.0.2.9");
        });

        for (String statement : migration().split(";\\s*"))
            its.store.run(
                    () -> its.store.entities().createNativeQuery(statement).executeUpdate());

        assertThat(acts())
                .containsExactlyInAnyOrder(
                        "user-changed maria address 7, mail changed from 192.0.2.7",
                        "signed-in maria  from 192.0.2.7",
                        "signed-in maria recovery code from 2001:db8::1",
                        "password-chosen maria  from 192.0.2.9");
    }

    @Test
    void who_has_left_is_nobody_to_be_written_to_after_ninety_days_and_whoever_came_back_is() {
        UserView left = withMail("left");
        UserView back = withMail("back");
        its.users.deactivate(staff(), left.id());
        its.users.deactivate(staff(), back.id());
        its.clock.advance(Duration.ofDays(30));
        its.users.activate(staff(), back.id());
        forget.sweep();
        assertThat(its.users.get(staff(), left.id()).mail()).isNotEmpty();

        its.clock.advance(Duration.ofDays(61));
        forget.sweep();

        assertThat(its.users.get(staff(), left.id()).mail()).isEmpty();
        assertThat(its.users.get(staff(), left.id()).name()).isEqualTo("Name");
        assertThat(its.users.get(staff(), back.id()).mail()).isNotEmpty();
    }

    private UserView withMail(String login) {
        String own = login + tenant.value().toString().substring(0, 8);
        return its.users.create(staff(), own, UserRights.manager("Name", Scope.all(tenant)), own + "@linde.example");
    }

    private Caller staff() {
        return its.staff();
    }

    private List<String> acts() {
        return its.store.in(() -> its.audit.newest(tenant.value(), 0, 100)).stream()
                .map(line -> line.action() + " " + line.subject() + " " + line.detail()
                        + (line.origin() == null ? "" : " from " + line.origin().address()))
                .toList();
    }

    private void record(String action, String detail) {
        Origin.from("192.0.2.7");
        its.store.run(() -> its.audit.record(MARIA, tenant.value(), action, "maria", detail));
        Origin.gone();
    }

    private static String migration() throws IOException {
        try (InputStream sql =
                ForgetSignIns.class.getResourceAsStream("/db/kernel/V20261130180000__addresses_of_sign_ins.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
