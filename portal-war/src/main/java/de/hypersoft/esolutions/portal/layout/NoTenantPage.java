package de.hypersoft.esolutions.portal.layout;

import de.hypersoft.esolutions.web.page.View;

/** What is seen while there is no location that this part of the portal could be about. */
public record NoTenantPage(String section) {

    public static View in(String section) {
        return View.of(NoTenantPage.class, new NoTenantPage(section));
    }
}
