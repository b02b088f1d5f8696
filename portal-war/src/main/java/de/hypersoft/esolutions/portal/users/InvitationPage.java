package de.hypersoft.esolutions.portal.users;

/** The link of an invitation, shown once to whoever hands it over by hand. */
final class InvitationPage {
    private InvitationPage() {}
}
