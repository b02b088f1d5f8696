package de.hypersoft.esolutions.portal.account;

import de.hypersoft.esolutions.identity.ChangeOwnMail;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.identity.password.ChangeOwnPassword;
import de.hypersoft.esolutions.identity.secondfactor.SecondFactors;
import de.hypersoft.esolutions.identity.session.Sessions;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.Unavailable;
import de.hypersoft.esolutions.portal.access.Devices;
import de.hypersoft.esolutions.portal.access.NeedsPassword;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.access.SignedIn;
import de.hypersoft.esolutions.web.page.View;
import de.hypersoft.esolutions.web.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The own account: who am I, a new password, and where I am signed in. */
@RequestScoped
@Path("account")
public class AccountPage {

    private static final String OWN = "/portal/account";

    @Inject
    private ChangeOwnPassword passwords;

    @Inject
    private Sessions sessions;

    @Inject
    private Users users;

    @Inject
    private ChangeOwnMail mails;

    @Inject
    private SecondFactors factors;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Devices devices;

    /**
     * What the page shows.
     *
     * @param done what was done, or empty
     * @param code whether a code is wanted for another address
     */
    public record Form(
            String done,
            String mail,
            boolean code,
            List<Session> sessions,
            String refusal,
            String field,
            Map<String, Object> facts) {}

    /** One session, with its device in words. */
    public record Session(Sessions.View session, String device) {}

    @GET
    public View show(@QueryParam("done") @DefaultValue("") String done) {
        return View.of(AccountPage.class, form(done, users.ownMail(signedIn.caller()), "", "", Map.of()));
    }

    @POST
    @Path("password")
    public Response change(
            @FormParam("oldPassword") @DefaultValue("") String oldPassword,
            @FormParam("password") @DefaultValue("") String newPassword) {
        try {
            signedIn.renewed(passwords.change(
                    signedIn.caller(), oldPassword, newPassword, signedIn.session(), devices.current()));
            return Redirect.to(OWN + "?done=password").build();
        } catch (Invalid refused) {
            return again(refused, refused.field());
        } catch (Conflict | TooMany | Unavailable refused) {
            return again(refused, "oldPassword");
        }
    }

    @POST
    @NeedsPassword
    @Path("mail")
    public Response mail(
            @FormParam("mail") @DefaultValue("") String mail, @FormParam("code") @DefaultValue("") String code) {
        try {
            mails.change(signedIn.caller(), mail, code, devices.current());
            return Redirect.to(OWN + "?done=mail").build();
        } catch (Invalid refused) {
            return again(refused, refused.field(), mail);
        } catch (TooMany refused) {
            return again(refused, refused.code().equals("too-many-attempts") ? "code" : "mail", mail);
        }
    }

    @POST
    @Path("sessions/{session}/end")
    public Response end(@PathParam("session") UUID session) {
        sessions.end(signedIn.caller(), session);
        return Redirect.to(OWN + "?done=session").build();
    }

    @POST
    @Path("sessions-end")
    public Response endOthers() {
        sessions.endOthers(signedIn.caller(), signedIn.session());
        return Redirect.to(OWN + "?done=sessions").build();
    }

    private Response again(Refusal refused, String field) {
        return again(refused, field, users.ownMail(signedIn.caller()));
    }

    private Response again(Refusal refused, String field, String mail) {
        Form form = form("", mail, refused.code(), field, refused.parameters());
        return Problem.of(refused).page(View.of(AccountPage.class, form));
    }

    private Form form(String done, String mail, String refusal, String field, Map<String, Object> facts) {
        boolean code = factors.isActive(signedIn.caller().userId());
        return new Form(done, mail, code, sessions(), refusal, field, facts);
    }

    private List<Session> sessions() {
        return sessions.list(signedIn.caller(), signedIn.session()).stream()
                .map(session -> new Session(session, DeviceWords.of(session.agent())))
                .toList();
    }
}
