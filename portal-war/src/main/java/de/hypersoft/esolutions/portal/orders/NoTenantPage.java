package de.hypersoft.esolutions.portal.orders;

/** What hosting staff see of a fresh installation: nobody to take orders for yet. */
final class NoTenantPage {
    private NoTenantPage() {}
}
