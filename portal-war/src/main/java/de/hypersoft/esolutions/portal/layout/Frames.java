package de.hypersoft.esolutions.portal.layout;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.portal.access.Cookies;
import de.hypersoft.esolutions.portal.access.SignedIn;
import de.hypersoft.esolutions.pos.ManageTills;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.web.HostCookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the {@link Frame} of this request. */
@RequestScoped
public class Frames {

    private final SignedIn signedIn;
    private final Sites sites;
    private final ManageTills tills;
    private final Clock clock;
    private final HttpServletRequest request;

    @Inject
    public Frames(SignedIn signedIn, Sites sites, ManageTills tills, Clock clock, HttpServletRequest request) {
        this.signedIn = signedIn;
        this.sites = sites;
        this.tills = tills;
        this.clock = clock;
        this.request = request;
    }

    public Frame current(boolean bare) {
        Caller caller = signedIn.optional().orElse(null);
        Frame.Surroundings around = caller == null || bare ? Frame.Surroundings.NONE : surroundings(caller);
        return new Frame(
                texts(),
                caller,
                new Frame.Session(signedIn.sessionTag(), signedIn::csrf),
                here(),
                clock.instant(),
                around);
    }

    /** The language of the person: chosen once, else what the browser prefers. */
    public Texts texts() {
        String language = HostCookie.name(Cookies.LANGUAGE, request.isSecure());
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies())
                if (language.equals(cookie.getName())) return Texts.in(cookie.getValue());
        }
        List<Locale.LanguageRange> wanted = ranges(request.getHeader("Accept-Language"));
        Locale found = Locale.lookup(wanted, List.of(Locale.GERMAN, Locale.ENGLISH));
        if (found != null) return Texts.in(found.getLanguage());
        return Texts.in(wanted.isEmpty() ? "de" : "en");
    }

    private Frame.Surroundings surroundings(Caller caller) {
        return new Frame.Surroundings(
                sites.chosen(), choices(caller), sites.tenant().isPresent(), lights(), paused());
    }

    private List<Frame.Choice> choices(Caller caller) {
        List<Frame.Choice> choices = new ArrayList<>();
        if (!caller.isStaff())
            for (Sites.Site site : sites.all())
                choices.add(new Frame.Choice(site.id().toString(), site.name()));
        else
            for (Tenant tenant : sites.visible()) {
                choices.add(new Frame.Choice(tenant.id().toString(), texts().text("layout.all-of", tenant.name())));
                for (Sites.Site site : sites.all())
                    if (site.tenant().id().equals(tenant.id()))
                        choices.add(new Frame.Choice(site.id().toString(), tenant.name() + " · " + site.name()));
            }
        return choices;
    }

    private List<Frame.Paused> paused() {
        List<Frame.Paused> paused = new ArrayList<>();
        for (Sites.Site site : sites.shown())
            site.location()
                    .pauseAt(clock.instant())
                    .ifPresent(pause -> paused.add(new Frame.Paused(
                            site.id().toString(), site.name(), site.location().zone(), pause)));
        return paused;
    }

    /** Only tills that fetch orders have to be there; the others come when they have something to send. */
    private List<Frame.TillLight> lights() {
        if (sites.tenant().isEmpty()) return List.of();
        List<ManageTills.View> all = tills.tills(sites.scope());
        List<Frame.TillLight> lights = new ArrayList<>();
        for (Sites.Site site : sites.shown())
            for (ManageTills.View till : all)
                if (till.paired() && till.receivesOrders() && till.location().equals(site.id()))
                    lights.add(new Frame.TillLight(
                            till.name(),
                            till.present(),
                            till.distrust() != null,
                            site.location().inEmergency()));
        return lights;
    }

    private String here() {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String header) {
        if (header == null || header.length() > 200) return List.of();
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of(); // a browser that says nonsense gets German
        }
    }
}
