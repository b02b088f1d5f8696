package de.hypersoft.esolutions.portal.tenants;

/** What a file would change, before it does. */
final class ComparisonPage {
    private ComparisonPage() {}
}
