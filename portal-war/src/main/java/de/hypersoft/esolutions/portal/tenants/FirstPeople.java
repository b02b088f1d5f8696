package de.hypersoft.esolutions.portal.tenants;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.UserView;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.onboarding.BrandDocument;
import de.hypersoft.esolutions.portal.users.Invitations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Invites the people of a customer that was just made: by mail, else their links are shown this once. */
@ApplicationScoped
public class FirstPeople {

    private final Users users;
    private final Invitations invitations;

    @Inject
    public FirstPeople(Users users, Invitations invitations) {
        this.users = users;
        this.invitations = invitations;
    }

    /** One person's link. */
    public record Link(UserView user, String address) {
        @Override
        public String toString() {
            return "Link[" + user.login() + "]";
        }
    }

    /**
     * What became of the invitations.
     *
     * @param links to be handed over by hand
     * @param later who gets none now, since too many mails went out: to be invited on the users page
     */
    public record Invited(TenantId tenant, List<Link> links, List<UserView> later) {
        boolean shows() {
            return !links.isEmpty() || !later.isEmpty();
        }
    }

    Invited invite(Caller by, TenantId tenant, BrandDocument document) {
        Set<String> without = document.users().stream()
                .filter(person -> person.password() == null)
                .map(person -> person.login().strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<Link> links = new ArrayList<>();
        List<UserView> later = new ArrayList<>();
        for (UserView user : users.list(by)) {
            if (!(user.reach() instanceof Scope own) || !own.tenant().equals(tenant)) continue;
            if (!without.contains(user.login())) continue;
            try {
                Optional<String> link = invitations.send(by, user);
                link.ifPresent(address -> links.add(new Link(user, address)));
            } catch (TooMany enough) {
                later.add(user);
            }
        }
        return new Invited(tenant, List.copyOf(links), List.copyOf(later));
    }
}
