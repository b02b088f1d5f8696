package de.hypersoft.esolutions.tenancy;

import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Where a brand says which mails its guests get beyond those it owes them. */
@ApplicationScoped
@Transactional
public class ChooseGuestMails {

    private final Tenants tenants;
    private final Audit audit;

    @Inject
    public ChooseGuestMails(Tenants tenants, Audit audit) {
        this.tenants = tenants;
        this.audit = audit;
    }

    /** @throws Forbidden {@code all-locations-only}: it concerns the guests of all locations */
    public void set(Scope scope, Actor by, boolean accepted, boolean ready) {
        scope.requireAll();
        tenants.get(scope.tenant()).writeGuests(new GuestMails(accepted, ready));
        audit.record(by, scope.tenant().value(), "guest-mails-set", "", "accepted " + accepted + ", ready " + ready);
    }
}
