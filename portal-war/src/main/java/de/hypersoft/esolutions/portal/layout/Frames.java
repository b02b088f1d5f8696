package de.hypersoft.esolutions.portal.layout;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Time;
import de.hypersoft.esolutions.portal.access.Cookies;
import de.hypersoft.esolutions.portal.access.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Makes the {@link Frame} of this request. */
@RequestScoped
public class Frames {

    private final SignedIn signedIn;
    private final Scope scope;
    private final Clock clock;
    private final Time time;
    private final HttpServletRequest request;

    @SuppressWarnings("NullAway")
    protected Frames() { // CDI
        this(null, null, null, null, null);
    }

    @Inject
    public Frames(SignedIn signedIn, Scope scope, Clock clock, Time time, HttpServletRequest request) {
        this.signedIn = signedIn;
        this.scope = scope;
        this.clock = clock;
        this.time = time;
        this.request = request;
    }

    public Frame current(boolean bare) {
        Caller caller = signedIn.optional().orElse(null);
        Frame.Surroundings around = caller == null || bare ? Frame.Surroundings.NONE : surroundings();
        return new Frame(texts(), caller, signedIn.csrf(), here(), clock.instant(), around);
    }

    /** The language of the person: chosen once, else what the browser prefers. */
    public Texts texts() {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies())
                if (Cookies.LANGUAGE.equals(cookie.getName())) return Texts.in(cookie.getValue());
        }
        List<Locale.LanguageRange> wanted = ranges(request.getHeader("Accept-Language"));
        Locale found = Locale.lookup(wanted, List.of(Locale.GERMAN, Locale.ENGLISH));
        return Texts.in(found == null ? wanted.isEmpty() ? "de" : "en" : found.getLanguage());
    }

    private Frame.Surroundings surroundings() {
        List<Frame.Choice> locations = scope.all().stream()
                .map(site -> new Frame.Choice(
                        site.id().toString(),
                        scope.caller().isStaff()
                                ? site.tenant().name() + " · " + site.location().name()
                                : site.location().name()))
                .toList();
        return new Frame.Surroundings(scope.chosen(), locations, List.of(), time.movable());
    }

    private String here() {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        if (header == null || header.length() > 200) return List.of();
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of(); // a browser that says nonsense gets German
        }
    }
}
