package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.acme.AutomaticView;
import de.hypersoft.esolutions.acme.ManageAutomaticCertificates;
import de.hypersoft.esolutions.certificates.CertificateState;
import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.certificates.ManageCertificates;
import de.hypersoft.esolutions.certificates.ServedElsewhere;
import de.hypersoft.esolutions.certificates.ShareCertificate;
import de.hypersoft.esolutions.certificates.Source;
import de.hypersoft.esolutions.certificates.check.PfxReport;
import de.hypersoft.esolutions.certificates.request.SigningRequestView;
import de.hypersoft.esolutions.certificates.request.SigningRequests;
import de.hypersoft.esolutions.certificates.serving.ShownHere;
import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.hostnames.DomainView;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.ManageDomains;
import de.hypersoft.esolutions.hostnames.dns.DnsInstruction;
import de.hypersoft.esolutions.hostnames.shopfront.CanonicalHost;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One domain: how it stands, what to do next, its records, its certificates and its story. */
@RequestScoped
@Path("domains/{host}")
public class DomainPage {

    private static final int HISTORY = 50;

    @Inject
    private ManageDomains domains;

    @Inject
    private ManageCertificates certificates;

    @Inject
    private ShareCertificate sharing;

    @Inject
    private ServedElsewhere elsewhere;

    @Inject
    private SigningRequests requests;

    @Inject
    private ManageAutomaticCertificates automatic;

    @Inject
    private CanonicalHost canonical;

    @Inject
    private DomainHistory history;

    @Inject
    private DnsInstruction instruction;

    @Inject
    private VisibleLocations visible;

    @Inject
    private ShownHere handshakes;

    /** What a page says beside the state: what was done, what was refused, what was found in an upload. */
    public record Said(
            String done,
            String refusal,
            Map<String, Object> facts,
            @Nullable PfxReport report) {
        static final Said NOTHING = new Said("", "", Map.of(), null);

        static Said refused(String code, Map<String, Object> facts) {
            return new Said("", code, facts, null);
        }

        static Said found(PfxReport report) {
            return new Said("", "", Map.of(), report);
        }
    }

    /**
     * @param beside its other name, with www. or without; null where nobody types one
     * @param handshake whether one gets to see the active certificate; means nothing while there is none
     * @param staged with the report of its check; null when nothing waits
     * @param offers further domains of this customer that the staged one covers, or the active one when nothing waits
     * @param leftBehind domains that share the active one and that the staged one does not cover
     * @param covering what other domains of this customer are served with and this one could be; none while something
     *     waits here
     * @param requests that wait for their certificate; shown to staff alone
     * @param former those that were served before or failed, newest first
     */
    public record Shown(
            DomainView domain,
            String tenant,
            DomainStatus standing,
            DnsInstruction.Records records,
            CanonicalHost.@Nullable Counterpart beside,
            @Nullable CertificateView active,
            ShownHere.Shown handshake,
            @Nullable CertificateView proving,
            @Nullable CertificateView staged,
            @Nullable PfxReport stagedReport,
            List<ShareCertificate.Offer> offers,
            List<HostName> leftBehind,
            List<ServedElsewhere.Covering> covering,
            List<SigningRequestView> requests,
            List<CertificateView> former,
            AutomaticView automatic,
            List<DomainHistory.Line> history,
            ZoneId zone,
            Instant now,
            boolean staff,
            Said said) {

        /** Something happens by itself within seconds. */
        boolean moving() {
            AutomaticView.Standing now = automatic.standing();
            return now == AutomaticView.Standing.ORDERING || now == AutomaticView.Standing.PROVING;
        }

        /** Only then may it be called so. */
        public boolean inService() {
            return active != null && handshake == ShownHere.Shown.YES && !active.ended(now);
        }

        public boolean own() {
            return domain.releasedAt() == null && domain.dns() != null;
        }
    }

    /** What releasing would do. */
    public record Leaving(
            DomainView domain, String tenant, boolean served, String refusal, Map<String, Object> facts) {}

    @GET
    public Response show(@PathParam("host") String host, @QueryParam("done") @DefaultValue("") String done) {
        Shown shown = shown(host, new Said(done.matches("[a-z-]{1,30}") ? done : "", "", Map.of(), null));
        Response.ResponseBuilder answer = Response.ok(View.of(DomainPage.class, shown));
        // The proof takes a moment; without script the page looks again by itself.
        if (shown.proving() != null || shown.moving()) answer.header("Refresh", "2");
        return answer.build();
    }

    @GET
    @Path("release")
    public View leaving(@PathParam("host") String host) {
        Leaving leaving = leaving(host, "", Map.of());
        visible.caller().requireStaff();
        return View.of(ReleasePage.class, leaving);
    }

    Leaving leaving(String host, String refusal, Map<String, Object> facts) {
        DomainView domain = domains.get(visible.caller(), host);
        return new Leaving(domain, tenant(domain), domain.certificateUntil() != null, refusal, facts);
    }

    Shown shown(String host, Said said) {
        DomainView domain = domains.get(visible.caller(), host);
        List<CertificateView> all = certificates.of(visible.caller(), host);
        CertificateView active = in(all, CertificateState.ACTIVE);
        CertificateView staged = all.stream()
                .filter(c -> c.state() == CertificateState.STAGED && c.source() == Source.UPLOAD)
                .findFirst()
                .orElse(null);
        AutomaticView net = automatic.view(visible.caller(), host);
        ShownHere.Shown handshake = active == null ? ShownHere.Shown.NO : handshakes.of(active);
        return new Shown(
                domain,
                tenant(domain),
                DomainStatus.of(domain, active, handshake, net, visible.now()),
                instruction.of(domain),
                canonical.of(visible.caller(), host).orElse(null),
                active,
                handshake,
                in(all, CertificateState.PROVING),
                staged,
                staged == null ? null : certificates.report(visible.caller(), host, staged.id()),
                offers(host, staged == null ? active : staged),
                staged == null || !visible.caller().isStaff()
                        ? List.of()
                        : sharing.leftBehind(visible.caller(), host, staged.id()),
                staged == null && visible.caller().isStaff() ? elsewhere.of(visible.caller(), host) : List.of(),
                visible.caller().isStaff() ? requests.of(visible.caller(), host) : List.of(),
                all.stream().filter(c -> former(c.state())).limit(10).toList(),
                net,
                history.of(domain.host(), domain.tenant(), HISTORY),
                zone(domain),
                visible.now(),
                visible.caller().isStaff(),
                said);
    }

    private List<ShareCertificate.Offer> offers(String host, @Nullable CertificateView of) {
        return of == null || !visible.caller().isStaff() ? List.of() : sharing.offers(visible.caller(), host, of.id());
    }

    private String tenant(DomainView domain) {
        return site(domain).map(s -> s.tenant().name()).orElse("");
    }

    private ZoneId zone(DomainView domain) {
        return site(domain).map(s -> s.location().zone()).orElse(ZoneOffset.UTC);
    }

    private Optional<VisibleLocations.Site> site(DomainView domain) {
        return visible.all().stream()
                .filter(s -> s.tenant().id().equals(domain.tenant()))
                .findFirst();
    }

    private static boolean former(CertificateState state) {
        return state == CertificateState.RETIRED || state == CertificateState.FAILED;
    }

    private static @Nullable CertificateView in(List<CertificateView> all, CertificateState state) {
        return all.stream().filter(c -> c.state() == state).findFirst().orElse(null);
    }
}
