package de.hypersoft.esolutions.portal.layout;

/** What hosting staff see of a fresh installation: nobody yet whom this part of the portal could be about. */
public record NoTenantPage(String section) {

    public static View in(String section) {
        return View.of(NoTenantPage.class, new NoTenantPage(section));
    }
}
