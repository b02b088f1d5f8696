package de.hypersoft.esolutions.portal.signin;

import de.hypersoft.esolutions.identity.password.ChoosePassword;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.Unavailable;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import de.hypersoft.esolutions.portal.access.Devices;
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
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** For whoever forgot the password: asks for a mail. The answer is the same whether there is such an account. */
@PermitAll
@RequestScoped
@Path("password-reset")
public class ForgottenPage {

    @Inject
    private ChoosePassword passwords;

    @Inject
    private MailLog mails;

    @Inject
    private Devices devices;

    /**
     * What the page shows.
     *
     * @param mailed false: this server sends no mails, so somebody has to help
     */
    public record Form(boolean mailed, boolean asked, String login, String refusal, Map<String, Object> facts) {}

    @GET
    public View show() {
        return View.of(ForgottenPage.class, new Form(mails.serverConfigured(), false, "", "", Map.of()));
    }

    @POST
    public Response ask(@FormParam("login") @DefaultValue("") String login) {
        boolean mailed = mails.serverConfigured();
        try {
            passwords.forgot(login, devices.current());
            return Response.ok(View.of(ForgottenPage.class, new Form(mailed, true, "", "", Map.of())))
                    .build();
        } catch (Invalid | Conflict | TooMany | Unavailable refused) {
            Form form = new Form(mailed, false, login, refused.code(), refused.parameters());
            return Problem.of(refused).page(View.of(ForgottenPage.class, form));
        }
    }
}
