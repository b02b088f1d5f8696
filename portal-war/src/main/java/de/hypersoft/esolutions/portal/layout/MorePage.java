package de.hypersoft.esolutions.portal.layout;

import de.hypersoft.esolutions.web.page.View;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What does not fit into the bar at the bottom of a phone. */
@Path("more")
public class MorePage {

    @GET
    public View show() {
        return View.of(MorePage.class, this);
    }
}
