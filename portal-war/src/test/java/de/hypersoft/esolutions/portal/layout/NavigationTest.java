package de.hypersoft.esolutions.portal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rail names no door that stays shut. */
class NavigationTest {

    private static final TenantId LINDE = new TenantId(UUID.randomUUID());

    @Test
    void a_manager_of_one_location_is_not_led_to_what_concerns_them_all() {
        assertThat(seenBy(Scope.only(LINDE, Set.of(new LocationId(UUID.randomUUID())))))
                .contains("orders", "tills", "mails")
                .doesNotContain("users", "brand", "audit", "tenants");
        assertThat(seenBy(Scope.all(LINDE))).contains("users", "brand", "audit").doesNotContain("tenants");
        assertThat(seenBy(new Reach.Installation())).contains("users", "brand", "audit", "tenants");
    }

    private static List<String> seenBy(Reach reach) {
        Caller caller = new Caller(UUID.randomUUID(), "login", "Name", reach);
        return Navigation.of(caller).stream().map(Navigation::key).toList();
    }
}
