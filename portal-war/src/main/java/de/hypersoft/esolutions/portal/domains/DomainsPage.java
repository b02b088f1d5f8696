package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.acme.AutomaticView;
import de.hypersoft.esolutions.acme.ManageAutomaticCertificates;
import de.hypersoft.esolutions.certificates.CertificateState;
import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.certificates.ManageCertificates;
import de.hypersoft.esolutions.certificates.serving.ShownHere;
import de.hypersoft.esolutions.hostnames.DomainView;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.ManageDomains;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.notifications.domain.ExpiryWarnings;
import de.hypersoft.esolutions.portal.access.NeedsPassword;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.TenantView;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The board of all domains, what breaks first on top; hosting staff register new ones here. */
@RequestScoped
@Path("domains")
public class DomainsPage {

    @Inject
    private ManageDomains domains;

    @Inject
    private ManageCertificates certificates;

    @Inject
    private ManageAutomaticCertificates automatic;

    @Inject
    private ExpiryWarnings warnings;

    @Inject
    private VisibleLocations visible;

    @Inject
    private ShownHere handshakes;

    /**
     * One card.
     *
     * @param sharers further domains that the caller sees and that are served with the very same certificate
     * @param automatic null where no automatic certificate is allowed
     */
    public record Card(
            DomainView domain,
            String tenant,
            DomainStatus standing,
            @Nullable CertificateView active,
            List<String> sharers,
            @Nullable AutomaticView automatic) {}

    /** The same certificate of the same customer. */
    record Shared(TenantId tenant, String sha256) {
        static Shared of(CertificateView certificate) {
            return new Shared(certificate.tenant(), certificate.sha256());
        }
    }

    /** What may be chosen when registering: a tenant, or one location of it. */
    public record Choice(String value, String name) {}

    /**
     * @param keyFileLost nothing can be sealed or opened; told to hosting staff
     * @param damaged hosts of stored keys that do not open; told to hosting staff
     * @param damagedSecrets names of further secrets that do not open; told to hosting staff
     * @param refusal empty when nothing was refused
     */
    public record Board(
            List<Card> cards,
            Timeline timeline,
            List<Choice> choices,
            boolean staff,
            boolean staffWarned,
            boolean keyFileLost,
            List<String> damaged,
            List<String> damagedSecrets,
            String typed,
            String chosen,
            String refusal,
            Map<String, Object> facts) {}

    @GET
    public View show() {
        return View.of(DomainsPage.class, board("", "", "", Map.of()));
    }

    /** @param place a tenant's id, or a location's */
    @POST
    @NeedsPassword
    public Response register(
            @FormParam("host") @DefaultValue("") String host, @FormParam("place") @DefaultValue("") String place) {
        visible.caller().requireStaff();
        try {
            DomainView made = domains.register(visible.caller(), tenant(place), host, location(place));
            return Redirect.to("/portal/domains/" + made.host()).build();
        } catch (Refusal refused) {
            return Response.status(422)
                    .entity(View.of(DomainsPage.class, board(host, place, refused.code(), refused.parameters())))
                    .build();
        }
    }

    private TenantId tenant(String place) {
        return visible.all().stream()
                .filter(s -> s.id().toString().equals(place)
                        || s.tenant().id().toString().equals(place))
                .map(s -> s.tenant().id())
                .findFirst()
                .orElseThrow(() -> new Invalid("required", "for whom", "place"));
    }

    private @Nullable LocationId location(String place) {
        return visible.all().stream()
                .map(VisibleLocations.Site::id)
                .filter(id -> id.toString().equals(place))
                .findFirst()
                .orElse(null);
    }

    private Board board(String typed, String chosen, String refusal, Map<String, Object> facts) {
        Instant now = visible.now();
        Map<TenantId, String> names = visible.all().stream()
                .map(VisibleLocations.Site::tenant)
                .collect(Collectors.toMap(TenantView::id, TenantView::name, (one, same) -> one));
        Map<String, CertificateView> active = certificates.living(visible.caller()).stream()
                .filter(c -> c.state() == CertificateState.ACTIVE)
                .collect(Collectors.toMap(c -> c.host().value(), Function.identity(), (one, other) -> one));
        Map<Shared, List<HostName>> shared = active.values().stream()
                .collect(Collectors.groupingBy(
                        Shared::of, Collectors.mapping(CertificateView::host, Collectors.toList())));
        Map<String, AutomaticView> nets = automatic.allowed(visible.caller());
        List<Card> cards = domains.list(visible.caller()).stream()
                .map(d -> card(
                        d,
                        names.getOrDefault(d.tenant(), ""),
                        active.get(d.host().value()),
                        shared,
                        nets.get(d.host().value()),
                        now))
                .sorted(Comparator.comparing(Card::standing).thenComparing(DomainsPage::end))
                .toList();
        boolean staff = visible.caller().isStaff();
        return new Board(
                cards,
                Timeline.of(cards, now),
                staff ? choices() : List.of(),
                staff,
                warnings.staffAreWarned(),
                staff && !handshakes.isKeyFileWhole(),
                staff ? handshakes.damagedHosts() : List.of(),
                staff ? handshakes.damagedSecrets() : List.of(),
                typed,
                chosen,
                refusal,
                facts);
    }

    private Card card(
            DomainView domain,
            String tenant,
            @Nullable CertificateView active,
            Map<Shared, List<HostName>> shared,
            @Nullable AutomaticView net,
            Instant now) {
        ShownHere.Shown handshake = active == null ? ShownHere.Shown.NO : handshakes.of(active);
        List<String> sharers = active == null
                ? List.of()
                : shared.getOrDefault(Shared.of(active), List.of()).stream()
                        .filter(other -> !other.equals(domain.host()))
                        .map(HostName::unicode)
                        .sorted()
                        .toList();
        return new Card(domain, tenant, DomainStatus.of(domain, active, handshake, net, now), active, sharers, net);
    }

    private static Instant end(Card card) {
        CertificateView active = card.active();
        return active == null ? Instant.MAX : active.notAfter();
    }

    /** Each tenant, and below it its locations when it has several. */
    private List<Choice> choices() {
        Map<TenantId, List<VisibleLocations.Site>> byTenant = visible.all().stream()
                .collect(Collectors.groupingBy(s -> s.tenant().id(), LinkedHashMap::new, Collectors.toList()));
        List<Choice> choices = new ArrayList<>();
        for (List<VisibleLocations.Site> of : byTenant.values()) {
            TenantView tenant = of.get(0).tenant();
            choices.add(new Choice(tenant.id().toString(), tenant.name()));
            if (of.size() > 1)
                of.forEach(s -> choices.add(new Choice(s.id().toString(), tenant.name() + " · " + s.name())));
        }
        return choices;
    }
}
