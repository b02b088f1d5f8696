package de.hypersoft.esolutions.tenancy;

import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Where a brand says for how long it keeps its guests' data. */
@ApplicationScoped
@Transactional
public class SetGuestDataTerms {

    private final Tenants tenants;
    private final Audit audit;

    @Inject
    public SetGuestDataTerms(Tenants tenants, Audit audit) {
        this.tenants = tenants;
        this.audit = audit;
    }

    public GuestDataTerms terms(TenantId tenant) {
        return tenants.get(tenant).guestDataTerms();
    }

    /**
     * @throws Forbidden {@code all-locations-only}: it concerns the guests of all locations
     * @throws Invalid {@code days-out-of-range}
     */
    public void set(Scope scope, Actor by, int dataDays, int linkDays) {
        scope.requireAll();
        tenants.get(scope.tenant()).forgetGuestsAfter(new GuestDataTerms(dataDays, linkDays));
        audit.record(
                by,
                scope.tenant().value(),
                "guest-data-terms-set",
                "",
                "data " + dataDays + " days, links " + linkDays + " days");
    }
}
