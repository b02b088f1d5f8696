package de.hypersoft.esolutions.portal.domains;

/** Names the template of the page that asks before a domain is released. */
final class ReleasePage {

    private ReleasePage() {}
}
