package de.hypersoft.esolutions.portal.signin;

import de.hypersoft.esolutions.identity.FirstAdministrator;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
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
import jakarta.ws.rs.core.Response;

/** Where the one-time link of the log leads: makes the first administrator. */
@PermitAll
@RequestScoped
@Path("setup/{token}")
public class SetupPage {

    @Inject
    private FirstAdministrator first;

    /** What the page shows. */
    public record Form(String token, String login, String name, String refusal, String field) {}

    @GET
    public View show(@PathParam("token") String token) {
        first.check(token);
        return View.of(SetupPage.class, new Form(token, "", "", "", ""));
    }

    @POST
    public Response appoint(
            @PathParam("token") String token,
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password) {
        try {
            first.appoint(token, login, name, password);
            return Redirect.to("/portal/sign-in").build();
        } catch (Invalid refused) {
            return again(new Form(token, login, name, refused.code(), refused.field()), refused);
        } catch (Conflict refused) {
            return again(new Form(token, login, name, refused.code(), "login"), refused);
        }
    }

    private static Response again(Form form, Refusal refused) {
        return Problem.of(refused).page(View.of(SetupPage.class, form));
    }
}
