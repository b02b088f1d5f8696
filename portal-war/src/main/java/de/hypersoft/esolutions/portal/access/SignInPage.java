package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.identity.SignIn;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.portal.layout.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The door. */
@Open
@RequestScoped
@Path("sign-in")
public class SignInPage {

    private static final int SEVEN_DAYS = 7 * 24 * 3600;

    private final SignIn signIn;
    private final SignedIn signedIn;

    @SuppressWarnings("NullAway")
    public SignInPage() { // RESTEasy looks for it, CDI calls the other
        this(null, null);
    }

    @Inject
    public SignInPage(SignIn signIn, SignedIn signedIn) {
        this.signIn = signIn;
        this.signedIn = signedIn;
    }

    /** What the page shows: the login is kept when the password was wrong. */
    public record Form(String login, String next, String refusal) {}

    @GET
    public Response show(@QueryParam("next") @DefaultValue("") String next) {
        if (signedIn.optional().isPresent())
            return Redirect.to(Paths.local(next)).build();
        return Response.ok(View.of(SignInPage.class, new Form("", Paths.local(next), "")))
                .build();
    }

    @POST
    public Response enter(
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") @DefaultValue("") String next,
            @Context HttpServletRequest request,
            @Context UriInfo uri) {
        try {
            Secret session = signIn.signIn(login, password, request.getRemoteAddr());
            return Redirect.to(Paths.local(next))
                    .cookie(Cookies.of(Cookies.SESSION, session.value(), SEVEN_DAYS, uri.getRequestUri()))
                    .build();
        } catch (Invalid refused) {
            return Response.status(422)
                    .entity(View.of(SignInPage.class, new Form(login, Paths.local(next), refused.code())))
                    .build();
        }
    }
}
