package de.hypersoft.esolutions.portal.account;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.secondfactor.RemoveSecondFactor;
import de.hypersoft.esolutions.identity.secondfactor.SecondFactors;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.TooMany;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Signing in with one-time codes: begun, confirmed with a first code, switched off. */
@RequestScoped
@Path("account/second-factor")
public class SecondFactorPage {

    /** Below the portal. */
    public static final String PATH = "account/second-factor";

    @Inject
    private SecondFactors factors;

    @Inject
    private RemoveSecondFactor removal;

    @Inject
    private Devices devices;

    @Inject
    private SignedIn signedIn;

    /**
     * What the page shows.
     *
     * @param required hosting staff, who does nothing else before
     * @param secret to be typed into an app, with {@code picture} to be read; empty before it is begun and afterwards
     * @param recovery codes, shown this once
     */
    public record Shown(
            boolean active,
            boolean required,
            long left,
            String secret,
            String picture,
            List<String> recovery,
            String refusal,
            Map<String, Object> facts) {
        @Override
        public String toString() {
            return "Shown[…]";
        }
    }

    @GET
    public View show() {
        return View.of(SecondFactorPage.class, shown(List.of()));
    }

    @POST
    @NeedsPassword
    public View begin() {
        return View.of(SecondFactorPage.class, begun(factors.begin(caller()), ""));
    }

    @POST
    @NeedsPassword
    @Path("confirmation")
    public Response confirm(@FormParam("code") @DefaultValue("") String code) {
        try {
            SecondFactors.Confirmed on = factors.confirm(caller(), code, signedIn.session());
            signedIn.renewed(on.session());
            return Response.ok(View.of(SecondFactorPage.class, shown(on.recoveryCodes())))
                    .build();
        } catch (Invalid refused) {
            Shown again = begun(factors.pending(caller()), refused.code());
            return Problem.of(refused).page(View.of(SecondFactorPage.class, again));
        }
    }

    @POST
    @NeedsPassword
    @Path("removal")
    public Response remove(@FormParam("code") @DefaultValue("") String code) {
        try {
            removal.remove(caller(), code, devices.current());
            return Redirect.to("/portal/" + PATH).build();
        } catch (Invalid | TooMany refused) {
            return Problem.of(refused)
                    .page(View.of(SecondFactorPage.class, shown(List.of(), refused.code(), refused.parameters())));
        }
    }

    private Shown shown(List<String> recovery) {
        return shown(recovery, "", Map.of());
    }

    private Shown shown(List<String> recovery, String refusal, Map<String, Object> facts) {
        boolean active = factors.isActive(caller().userId());
        return new Shown(
                active,
                factors.isMissing(caller()),
                active ? factors.recoveryCodesLeft(caller()) : 0,
                "",
                "",
                recovery,
                refusal,
                facts);
    }

    private Shown begun(SecondFactors.Begun begun, String refusal) {
        return new Shown(
                false,
                factors.isMissing(caller()),
                0,
                begun.text().replaceAll("(.{4})(?!$)", "$1 "),
                QrPicture.of(begun.address()),
                List.of(),
                refusal,
                Map.of());
    }

    private Caller caller() {
        return signedIn.caller();
    }
}
