package de.hypersoft.esolutions.portal.dashboard;

import de.hypersoft.esolutions.portal.layout.Scope;
import de.hypersoft.esolutions.portal.layout.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The first page: answers in five seconds whether anything waits and every till is there. */
@RequestScoped
@Path("/")
public class DashboardPage {

    private final Scope scope;

    @SuppressWarnings("NullAway")
    protected DashboardPage() { // CDI
        this(null);
    }

    @Inject
    public DashboardPage(Scope scope) {
        this.scope = scope;
    }

    /** What the page shows. */
    public record Board(List<Scope.Site> sites) {}

    @GET
    public View show() {
        return View.of(DashboardPage.class, new Board(scope.shown()));
    }
}
