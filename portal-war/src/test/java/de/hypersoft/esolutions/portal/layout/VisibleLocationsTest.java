package de.hypersoft.esolutions.portal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.portal.Refused;
import de.hypersoft.esolutions.portal.access.SignedIn;
import de.hypersoft.esolutions.tenancy.LocationView;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.TenantView;
import de.hypersoft.esolutions.tenancy.ViewTenants;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What hosting staff see of an installation on which nobody was onboarded yet. */
class VisibleLocationsTest {

    @Test
    void there_is_no_brand_to_look_at_before_the_first_was_onboarded() {
        VisibleLocations empty = asking(null);

        assertThat(empty.all()).isEmpty();
        assertThat(empty.tenant()).isEmpty();
        assertThat(Refused.code(empty::scope)).isEqualTo("no-tenant");
        assertThat(Refused.code(empty::brand)).isEqualTo("no-tenant");
    }

    @Test
    void a_location_that_is_not_there_is_not_looked_at() {
        assertThat(Refused.code(() -> asking(UUID.randomUUID().toString()).tenant()))
                .isEqualTo("unknown-location");
        assertThat(Refused.code(() -> asking(null).site("anywhere"))).isEqualTo("unknown-location");
    }

    private static VisibleLocations asking(@Nullable String location) {
        SignedIn staff = new SignedIn() {
            @Override
            public Caller caller() {
                return new Caller(UUID.randomUUID(), "hosting", "Hosting", new Reach.Installation());
            }
        };
        return new VisibleLocations(staff, new NoTenants(), request(location), Clock.systemUTC());
    }

    private static HttpServletRequest request(@Nullable String location) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                VisibleLocationsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getParameter") ? location : null);
    }

    private static final class NoTenants extends ViewTenants {
        @SuppressWarnings("NullAway")
        NoTenants() {
            super(null, null);
        }

        @Override
        public List<TenantView> tenants() {
            return List.of();
        }

        @Override
        public List<LocationView> locations() {
            return List.of();
        }
    }
}
