package de.hypersoft.esolutions.portal.signin;

import de.hypersoft.esolutions.identity.password.ChoosePassword;
import de.hypersoft.esolutions.identity.password.PasswordLinks;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.Unavailable;
import de.hypersoft.esolutions.portal.access.Devices;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Where the link of an invitation, or for a forgotten password, leads: its owner chooses a password. */
@PermitAll
@RequestScoped
@Path("password/{token}")
public class ChoosePasswordPage {

    @Inject
    private ChoosePassword passwords;

    @Inject
    private Devices devices;

    /** What the page shows. */
    public record Form(String token, PasswordLinks.Opened whose, String refusal) {}

    @GET
    public View show(@PathParam("token") String token) {
        return View.of(ChoosePasswordPage.class, new Form(token, passwords.open(token), ""));
    }

    @POST
    public Response choose(
            @PathParam("token") String token,
            @FormParam("password") @DefaultValue("") String password,
            @Context UriInfo uri) {
        try {
            Secret device = passwords.choose(token, password, devices.current());
            return Redirect.to("/portal/sign-in?done=password")
                    .cookie(Devices.cookie(device.value(), uri.getRequestUri()))
                    .build();
        } catch (Invalid | Conflict | TooMany | Unavailable refused) {
            Form form = new Form(token, passwords.open(token), refused.code());
            return Problem.of(refused).page(View.of(ChoosePasswordPage.class, form));
        }
    }
}
