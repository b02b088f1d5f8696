package de.hypersoft.esolutions.portal.users;

/** One user. */
final class UserPage {
    private UserPage() {}
}
