package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.text.Utf8;
import de.hypersoft.esolutions.web.body.LimitedBody;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes a form only from our own pages: the token must fit the session, and the browser must not call it cross-site.
 * Of an {@link Upload} nothing is read here: its page checks who sends it, and then the token in its first part.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class FormGuard implements ContainerRequestFilter {

    private static final int MAX_FORM_BYTES = 256 * 1024;

    /** Of a stranger's, who has no token before the page came; larger ones would hold the few places for large bodies. */
    private static final int MAX_OPEN_FORM_BYTES = 16 * 1024;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Upload uploaded;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String path = Paths.of(request.getUriInfo());
        if (isSafe(request.getMethod()) || Paths.isApi(path)) return;
        if (isForeign(request.getHeaderString("Sec-Fetch-Site"))) throw new ForeignForm();
        if (isUpload()) {
            uploaded.arrives(request);
            return;
        }
        limit(request, mostOfForm(resource.getResourceMethod()));
        byte[] body = request.getEntityStream().readAllBytes();
        String form = Utf8.text(body, "form");
        Utf8.checkForm(form);
        if (form.contains("%00")) throw new BadRequestException(); // no field holds it, and no database takes it
        check(signedIn, field(form, "csrf"));
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    /** Whoever pasted a book into a field finds back to its form. */
    private static void limit(ContainerRequestContext request, int most) {
        String page = Paths.page(request.getHeaderString("Referer"));
        if (LimitedBody.isAnnounced(request.getHeaderString(HttpHeaders.CONTENT_LENGTH), most))
            throw new Upload.TooLarge(most, page);
        request.setEntityStream(
                new LimitedBody(request.getEntityStream(), most, () -> new Upload.TooLarge(most, page)));
    }

    /** How many bytes of a form are read before its token is looked at. */
    static int mostOfForm(Method handler) {
        return AuthenticationFilter.isOpen(handler) ? MAX_OPEN_FORM_BYTES : MAX_FORM_BYTES;
    }

    /** @throws ForeignForm when the token is not the session's */
    static void check(SignedIn signedIn, String token) {
        if (!signedIn.isOwn(token)) throw new ForeignForm();
    }

    /** @throws BadRequestException when it is no form at all */
    static String field(String form, String name) {
        try {
            for (String pair : form.split("&")) {
                if (pair.startsWith(name + "="))
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
            return "";
        } catch (IllegalArgumentException strayPercentSign) {
            throw new BadRequestException(strayPercentSign);
        }
    }

    /** A sibling subdomain is same-site and gets the cookie, and may be another customer's shop. */
    private static boolean isForeign(@Nullable String site) {
        return "cross-site".equals(site) || "same-site".equals(site);
    }

    /** Such a page is found for a request of this type alone. */
    private boolean isUpload() {
        Consumes taken = resource.getResourceMethod().getAnnotation(Consumes.class);
        return taken != null && Arrays.asList(taken.value()).contains(MediaType.MULTIPART_FORM_DATA);
    }

    private static boolean isSafe(String method) {
        return "GET".equals(method) || "HEAD".equals(method) || "OPTIONS".equals(method);
    }

    /** The form did not come from a page of this session. */
    public static final class ForeignForm extends Forbidden {
        ForeignForm() {
            super("foreign-form", "the form's token does not fit the session");
        }
    }
}
