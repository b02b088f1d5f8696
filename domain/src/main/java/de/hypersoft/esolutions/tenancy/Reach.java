package de.hypersoft.esolutions.tenancy;

/**
 * What a caller may touch: every tenant, or a {@link Scope} within one. It is always said, never left out: nothing said
 * could be taken for everything. Whatever lies outside looks as if it did not exist (T49).
 */
public sealed interface Reach permits Reach.Installation, Scope {

    boolean covers(TenantId tenant, LocationId location);

    /** Whether it may know of what concerns the tenant as a whole. */
    boolean touches(TenantId tenant);

    /** Whether it holds everything of the tenant. */
    boolean coversAll(TenantId tenant);

    /** Hosting staff's. */
    record Installation() implements Reach {
        @Override
        public boolean covers(TenantId tenant, LocationId location) {
            return true;
        }

        @Override
        public boolean touches(TenantId tenant) {
            return true;
        }

        @Override
        public boolean coversAll(TenantId tenant) {
            return true;
        }
    }
}
