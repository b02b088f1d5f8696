package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Brings a brand that is there up to its file, in two steps: first it is shown what would change, then whoever has seen
 * exactly that says so. What the file does not name stays; people are never touched by it.
 */
@ApplicationScoped
public class ChangeBrand {

    private final BrandRehearsal rehearsal;

    @Inject
    ChangeBrand(BrandRehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /**
     * What the file would change; nothing is stored.
     *
     * @throws Invalid naming the place in the file; {@code other-brand} when it describes another one
     */
    @RetryOnConflict
    public BrandChanges preview(Caller by, TenantId tenant, BrandDocument document) {
        by.requireStaff();
        try {
            rehearsal.rehearse(by.actor(), tenant, document);
        } catch (BrandRehearsal.Rehearsed seen) {
            return seen.changes();
        }
        throw new IllegalStateException("a rehearsal ends by taking everything back");
    }

    /**
     * Does what the preview showed.
     *
     * @param seen {@link BrandChanges#seal} of the preview
     * @throws Conflict {@code brand-changed-meanwhile} when it would change anything else by now
     */
    @RetryOnConflict
    public void change(Caller by, TenantId tenant, BrandDocument document, String seen) {
        by.requireStaff();
        rehearsal.perform(by.actor(), tenant, document, seen);
    }
}
