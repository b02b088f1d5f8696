package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.identity.password.ConfirmPassword;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.Unavailable;
import de.hypersoft.esolutions.web.page.View;
import de.hypersoft.esolutions.web.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;

/** Asks for the password again before a dangerous act. */
@RequestScoped
@Path("account/confirmation")
public class ConfirmPasswordPage {

    private static final String OWN = "/portal/account/confirmation";

    @Inject
    private ConfirmPassword confirmation;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Devices devices;

    /** One field of the form that was stopped. */
    public record Field(String name, String value) {
        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    /**
     * What the page shows.
     *
     * @param address where the form goes to, with the password
     * @param kept what was typed before
     */
    public record Asked(String address, List<Field> kept, String refusal, Map<String, Object> facts) {}

    /** The way here for what cannot be kept. */
    static Response askFor(String next) {
        return Redirect.to(UriBuilder.fromPath(OWN)
                        .queryParam("next", "{next}")
                        .build(next)
                        .toString())
                .build();
    }

    @GET
    public View show(@QueryParam("next") @DefaultValue("") String next) {
        return View.of(ConfirmPasswordPage.class, asked(next, "", Map.of()));
    }

    @POST
    public Response confirm(
            @FormParam("next") @DefaultValue("") String next,
            @FormParam(ConfirmPasswordFilter.FIELD) @DefaultValue("") String password) {
        try {
            confirmation
                    .confirm(
                            signedIn.caller(),
                            signedIn.session(),
                            password,
                            devices.current(),
                            ConfirmPasswordFilter.FIELD)
                    .ifPresent(signedIn::renewed);
            return Redirect.to(Paths.local(next)).build();
        } catch (Invalid | Conflict | TooMany | Unavailable refused) {
            return Problem.of(refused)
                    .page(View.of(ConfirmPasswordPage.class, asked(next, refused.code(), refused.parameters())));
        }
    }

    private static Asked asked(String next, String refusal, Map<String, Object> facts) {
        return new Asked(OWN, List.of(new Field("next", Paths.local(next))), refusal, facts);
    }
}
