package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.portal.layout.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The own account: who am I, and a new password. */
@RequestScoped
@Path("account")
public class AccountPage {

    private final Users users;
    private final SignedIn signedIn;

    @SuppressWarnings("NullAway")
    public AccountPage() { // RESTEasy looks for it, CDI calls the other
        this(null, null);
    }

    @Inject
    public AccountPage(Users users, SignedIn signedIn) {
        this.users = users;
        this.signedIn = signedIn;
    }

    /** What the page shows. */
    public record Form(boolean done, String refusal, String field) {}

    @GET
    public View show(@QueryParam("done") @DefaultValue("") String done) {
        return View.of(AccountPage.class, new Form(!done.isEmpty(), "", ""));
    }

    @POST
    @Path("password")
    public Response change(
            @FormParam("oldPassword") @DefaultValue("") String oldPassword,
            @FormParam("password") @DefaultValue("") String newPassword) {
        try {
            users.changeOwnPassword(signedIn.caller(), oldPassword, newPassword, signedIn.sessionHash());
            return Redirect.to("/portal/account?done=1").build();
        } catch (Invalid refused) {
            return Response.status(422)
                    .entity(View.of(AccountPage.class, new Form(false, refused.code(), refused.field())))
                    .build();
        }
    }
}
