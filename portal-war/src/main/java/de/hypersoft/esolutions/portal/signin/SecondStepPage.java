package de.hypersoft.esolutions.portal.signin;

import de.hypersoft.esolutions.identity.session.Sessions;
import de.hypersoft.esolutions.identity.session.SignIn;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.Unavailable;
import de.hypersoft.esolutions.portal.access.Devices;
import de.hypersoft.esolutions.portal.access.Paths;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.web.page.View;
import de.hypersoft.esolutions.web.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/** The second step of signing in: the one-time code, after the password. */
@PermitAll
@RequestScoped
@Path("sign-in/code")
public class SecondStepPage {

    private static final String OWN = "/portal/sign-in/code";

    @Inject
    private SignIn signIn;

    @Inject
    private Devices devices;

    /** What the page shows. */
    public record Form(String next, String refusal, Map<String, Object> facts) {}

    /** The way here, keeping where to go to afterwards. */
    static Response.ResponseBuilder way(String next) {
        return Redirect.to(UriBuilder.fromPath(OWN)
                .queryParam("next", "{next}")
                .build(Paths.local(next))
                .toString());
    }

    @GET
    public View show(@QueryParam("next") @DefaultValue("") String next) {
        return View.of(SecondStepPage.class, new Form(Paths.local(next), "", Map.of()));
    }

    @POST
    public Response enter(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("next") @DefaultValue("") String next,
            @Context UriInfo uri) {
        try {
            SignIn.Entered entered = signIn.enterCode(devices.session(), code, devices.current());
            return Redirect.to(Paths.local(next))
                    .cookie(
                            SignInPage.session(entered.session(), uri.getRequestUri()),
                            Devices.cookie(entered.device().value(), uri.getRequestUri()))
                    .build();
        } catch (Sessions.UnknownSession tooLate) {
            return Redirect.to("/portal/sign-in").build();
        } catch (Invalid | Conflict | TooMany | Unavailable refused) {
            Form form = new Form(Paths.local(next), refused.code(), refused.parameters());
            return Problem.of(refused).page(View.of(SecondStepPage.class, form));
        }
    }
}
