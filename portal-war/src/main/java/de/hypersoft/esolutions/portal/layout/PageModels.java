package de.hypersoft.esolutions.portal.layout;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.portal.access.PortalCookies;
import de.hypersoft.esolutions.portal.access.SignedIn;
import de.hypersoft.esolutions.pos.tills.ManageTills;
import de.hypersoft.esolutions.tenancy.TenantView;
import de.hypersoft.esolutions.web.HostCookie;
import de.hypersoft.esolutions.web.RequestHeaders;
import de.hypersoft.esolutions.web.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the {@link PageModel} of this request. */
@RequestScoped
public class PageModels {

    /** As the templates call it. */
    public static final String NAME = "model";

    private final SignedIn signedIn;
    private final VisibleLocations visible;
    private final ManageTills tills;
    private final Clock clock;
    private final HttpServletRequest request;

    @Inject
    public PageModels(
            SignedIn signedIn, VisibleLocations visible, ManageTills tills, Clock clock, HttpServletRequest request) {
        this.signedIn = signedIn;
        this.visible = visible;
        this.tills = tills;
        this.clock = clock;
        this.request = request;
    }

    public PageModel current() {
        Caller caller = signedIn.optional().orElse(null);
        return model(caller, caller == null ? PageModel.Surroundings.NONE : surroundings(caller));
    }

    /** Without what stands around a page, so that one can be shown while the database is away. */
    public PageModel bare() {
        return model(signedIn.optional().orElse(null), PageModel.Surroundings.NONE);
    }

    private PageModel model(@Nullable Caller caller, PageModel.Surroundings around) {
        return new PageModel(
                texts(),
                caller,
                new PageModel.Session(signedIn.sessionTag(), signedIn::csrf),
                here(),
                clock.instant(),
                around);
    }

    /** In the language of the person: chosen once, else what the browser prefers. */
    public Texts texts() {
        Optional<String> chosen = HostCookie.value(request, PortalCookies.LANGUAGE);
        if (chosen.isPresent()) return PageModel.TEXTS.in(chosen.get()).orElse(PageModel.TEXTS.german());
        List<Locale.LanguageRange> wanted = RequestHeaders.languages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return PageModel.TEXTS
                .first(wanted)
                .orElse(wanted.isEmpty() ? PageModel.TEXTS.german() : PageModel.TEXTS.english());
    }

    private PageModel.Surroundings surroundings(Caller caller) {
        return new PageModel.Surroundings(
                visible.chosen(), choices(caller), visible.tenant().isPresent(), lights(), paused());
    }

    private List<PageModel.Choice> choices(Caller caller) {
        List<PageModel.Choice> choices = new ArrayList<>();
        if (!caller.isStaff())
            for (VisibleLocations.Site site : visible.all())
                choices.add(new PageModel.Choice(site.id().toString(), site.name()));
        else
            for (TenantView tenant : visible.visible()) {
                choices.add(new PageModel.Choice(tenant.id().toString(), texts().text("layout.all-of", tenant.name())));
                for (VisibleLocations.Site site : visible.all())
                    if (site.tenant().id().equals(tenant.id()))
                        choices.add(new PageModel.Choice(site.id().toString(), tenant.name() + " · " + site.name()));
            }
        return choices;
    }

    private List<PageModel.Paused> paused() {
        List<PageModel.Paused> paused = new ArrayList<>();
        for (VisibleLocations.Site site : visible.shown())
            site.location()
                    .pauseAt(clock.instant())
                    .ifPresent(pause -> paused.add(new PageModel.Paused(
                            site.id().toString(), site.name(), site.location().zone(), pause)));
        return paused;
    }

    /** Only tills that fetch orders have to be there; the others come when they have something to send. */
    private List<PageModel.TillLight> lights() {
        if (visible.tenant().isEmpty()) return List.of();
        List<ManageTills.View> all = tills.tills(visible.scope());
        List<PageModel.TillLight> lights = new ArrayList<>();
        for (VisibleLocations.Site site : visible.shown())
            for (ManageTills.View till : all)
                if (till.paired() && till.receivesOrders() && till.location().equals(site.id()))
                    lights.add(new PageModel.TillLight(
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
}
