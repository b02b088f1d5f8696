package de.hypersoft.esolutions.portal.tenants;

/** The links of a new customer's people, shown once to whoever brought the file. */
final class FirstPeoplePage {
    private FirstPeoplePage() {}
}
