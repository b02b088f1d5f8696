package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.identity.password.ConfirmPassword;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.Unavailable;
import de.hypersoft.esolutions.web.page.View;
import de.hypersoft.esolutions.web.problem.Problem;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands before dangerous acts: the password first, when it was not typed lately. A form is shown again with a place for
 * it and sent as it was; a file cannot be kept, so its page comes again after the password.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
public class ConfirmPasswordFilter implements ContainerRequestFilter {

    /** Where the password stands in a form that was stopped. */
    static final String FIELD = "confirmation";

    @Inject
    private ConfirmPassword confirmation;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Devices devices;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!resource.getResourceMethod().isAnnotationPresent(NeedsPassword.class)) return;
        if (!confirmation.needed(signedIn.session())) return;
        if (!MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())) {
            request.abortWith(ConfirmPasswordPage.askFor(page(request.getHeaderString("Referer"))));
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        String form = new String(body, StandardCharsets.UTF_8);
        String password = FormGuard.field(form, FIELD);
        if (password.isEmpty()) stop(request, form, null);
        else confirm(request, form, password);
    }

    private void confirm(ContainerRequestContext request, String form, String password) {
        try {
            confirmation
                    .confirm(signedIn.caller(), signedIn.session(), password, devices.current(), FIELD)
                    .ifPresent(signedIn::renewed);
        } catch (Invalid | Conflict | TooMany | Unavailable refused) {
            stop(request, form, refused);
        }
    }

    private static void stop(ContainerRequestContext request, String form, @Nullable Refusal refused) {
        URI here = request.getUriInfo().getRequestUri();
        String address = here.getRawPath() + (here.getRawQuery() == null ? "" : "?" + here.getRawQuery());
        ConfirmPasswordPage.Asked asked = new ConfirmPasswordPage.Asked(
                address,
                kept(form),
                refused == null ? "" : refused.code(),
                refused == null ? Map.of() : refused.parameters());
        Problem problem = refused == null
                ? Problem.of(403, "confirmation-needed", "the password is wanted again")
                : Problem.of(refused);
        request.abortWith(problem.page(View.of(ConfirmPasswordPage.class, asked)));
    }

    /** Everything but our own fields, in its order. */
    private static List<ConfirmPasswordPage.Field> kept(String form) {
        List<ConfirmPasswordPage.Field> fields = new ArrayList<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 1) continue;
            String name = decoded(pair.substring(0, equals));
            if (!name.equals("csrf") && !name.equals(FIELD))
                fields.add(new ConfirmPasswordPage.Field(name, decoded(pair.substring(equals + 1))));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8); // the guard of forms has read it before
    }

    private static String page(@Nullable String referer) {
        String page = Paths.page(referer);
        return page.isEmpty() ? "/portal/" : page;
    }
}
