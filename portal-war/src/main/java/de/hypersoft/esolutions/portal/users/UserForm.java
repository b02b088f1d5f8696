package de.hypersoft.esolutions.portal.users;

import de.hypersoft.esolutions.identity.Role;
import de.hypersoft.esolutions.identity.UserView;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A user's form as it was typed.
 *
 * @param everywhere of a manager: for all locations, whatever else is ticked
 */
public record UserForm(
        String login, String name, String mail, Role role, boolean everywhere, Set<LocationId> locations) {

    static UserForm empty() {
        return new UserForm("", "", "", Role.MANAGER, true, Set.of());
    }

    static UserForm of(UserView user) {
        Set<LocationId> locations = user.reach() instanceof Scope.Places places ? places.locations() : Set.of();
        return new UserForm(
                user.login(),
                user.name(),
                user.mail(),
                user.role(),
                !(user.reach() instanceof Scope.Places),
                locations);
    }

    static UserForm of(MultivaluedMap<String, String> typed) {
        Set<LocationId> locations = new HashSet<>();
        for (String id : typed.getOrDefault("locations", List.of())) locations.add(location(id));
        return new UserForm(
                first(typed, "login"),
                first(typed, "name"),
                first(typed, "mail"),
                "STAFF".equals(first(typed, "role")) ? Role.STAFF : Role.MANAGER,
                "true".equals(first(typed, "everywhere")),
                locations);
    }

    /** What a manager by this form may touch of the tenant. */
    Scope within(TenantId tenant) {
        return everywhere ? Scope.all(tenant) : Scope.only(tenant, locations);
    }

    private static LocationId location(String id) {
        try {
            return new LocationId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new Invalid("unknown-location", "there is no such location", "locations");
        }
    }

    private static String first(MultivaluedMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public String toString() {
        return "UserForm[" + login + "]";
    }
}
