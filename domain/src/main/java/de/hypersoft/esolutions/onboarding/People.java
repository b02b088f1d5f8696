package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.identity.Role;
import de.hypersoft.esolutions.identity.UserRights;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The managers that a new customer's file names. Nobody becomes hosting staff by a file. */
@ApplicationScoped
class People {

    private final Users users;
    private final Locations locations;
    private final boolean demo;

    /** @param demo then a file may say passwords */
    @Inject
    People(
            Users users,
            Locations locations,
            @ConfigProperty(name = "esolutions.demo", defaultValue = "false") boolean demo) {
        this.users = users;
        this.locations = locations;
        this.demo = demo;
    }

    /**
     * Whoever has no password in the file gets in by a link.
     *
     * @throws Invalid {@code login-taken}, {@code staff-by-file}, {@code no-location}, {@code password-in-file}, at its
     *     place
     */
    public void make(Actor by, TenantId tenant, List<BrandDocument.Person> named) {
        for (int i = 0; i < named.size(); i++) {
            BrandDocument.Person person = named.get(i);
            String place = "users[" + i + "]";
            Role role = DocumentPart.at(place + ".role", () -> Role.valueOf(person.role()));
            if (role != Role.MANAGER)
                throw new Invalid("staff-by-file", "nobody becomes hosting staff by a file", place + ".role");
            Scope scope = scope(tenant, person, place);
            UserRights rights = DocumentPart.within(place, () -> UserRights.manager(person.name(), scope));
            create(by, person, rights, place);
        }
    }

    private void create(Actor by, BrandDocument.Person person, UserRights rights, String place) {
        @Nullable String password = person.password();
        if (password != null && !demo)
            throw new Invalid("password-in-file", "no password comes by a file", place + ".password");
        try {
            if (password != null) users.create(by, person.login(), rights, password);
            else users.createByFile(by, person.login(), rights, Objects.requireNonNullElse(person.mail(), ""));
        } catch (Invalid refused) {
            throw new Invalid(
                    refused.code(),
                    String.valueOf(refused.getMessage()),
                    place + "." + refused.field(),
                    refused.parameters());
        } catch (Conflict taken) {
            throw new Invalid(taken.code(), String.valueOf(taken.getMessage()), place + ".login", taken.parameters());
        }
    }

    private Scope scope(TenantId tenant, BrandDocument.Person person, String place) {
        if (person.locations().equals(List.of(BrandDocument.EVERYWHERE))) return Scope.all(tenant);
        if (person.locations().isEmpty())
            throw new Invalid("no-location", "say which locations, or * for all of them", place + ".locations");
        Set<LocationId> only = new HashSet<>();
        for (int i = 0; i < person.locations().size(); i++) {
            String slug = person.locations().get(i);
            only.add(DocumentPart.at(
                    place + ".locations[" + i + "]",
                    () -> locations.get(tenant, slug).id()));
        }
        return Scope.only(tenant, only);
    }
}
