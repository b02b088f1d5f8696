package de.hypersoft.esolutions.portal.signin;

import de.hypersoft.esolutions.identity.session.Sessions;
import de.hypersoft.esolutions.identity.session.SignIn;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.Unavailable;
import de.hypersoft.esolutions.portal.access.Devices;
import de.hypersoft.esolutions.portal.access.Paths;
import de.hypersoft.esolutions.portal.access.PortalCookies;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.access.SignedIn;
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
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;

/** The door. */
@PermitAll
@RequestScoped
@Path("sign-in")
public class SignInPage {

    private static final int SEVEN_DAYS = 7 * 24 * 3600;

    @Inject
    private SignIn signIn;

    @Inject
    private Sessions sessions;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Devices devices;

    /** What the page shows: the login is kept when the password was wrong. */
    public record Form(String login, String next, String done, String refusal, Map<String, Object> facts) {}

    @GET
    public Response show(
            @QueryParam("next") @DefaultValue("") String next, @QueryParam("done") @DefaultValue("") String done) {
        if (signedIn.optional().isPresent())
            return Redirect.to(Paths.local(next)).build();
        return Response.ok(View.of(SignInPage.class, new Form("", Paths.local(next), done, "", Map.of())))
                .build();
    }

    @POST
    public Response enter(
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") @DefaultValue("") String next,
            @Context UriInfo uri) {
        try {
            SignIn.Entered entered = signIn.signIn(login, password, devices.current());
            sessions.end(devices.session()); // a browser has one; the one before must not live on where nobody sees it
            if (entered.waiting())
                return SecondStepPage.way(next)
                        .cookie(session(entered.session(), uri.getRequestUri()))
                        .build();
            return Redirect.to(Paths.local(next))
                    .cookie(
                            session(entered.session(), uri.getRequestUri()),
                            Devices.cookie(entered.device().value(), uri.getRequestUri()))
                    .build();
        } catch (Invalid | Conflict | TooMany | Unavailable refused) {
            Form form = new Form(login, Paths.local(next), "", refused.code(), refused.parameters());
            return Problem.of(refused).page(View.of(SignInPage.class, form));
        }
    }

    /** The cookie of a session; it ends with the session. */
    public static NewCookie session(Secret secret, URI request) {
        return PortalCookies.of(PortalCookies.SESSION, secret.value(), SEVEN_DAYS, request);
    }
}
