package de.hypersoft.esolutions.portal.mails;

import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import de.hypersoft.esolutions.notifications.mail.MailState;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was mailed: sent, waiting, failed with the reason, and the button to try again. */
@RequestScoped
@Path("mails")
public class MailsPage {

    private static final int PER_PAGE = 50;

    @Inject
    private MailLog log;

    @Inject
    private VisibleLocations visible;

    /** What the page shows. */
    public record Shown(
            boolean configured, Map<MailState, Long> counts, List<Entry> mails, String state, int page, boolean more) {}

    public record Entry(MailLog.Entry mail, ZoneId zone) {}

    /** One mail with its fate. */
    public record Opened(MailLog.Entry mail, MailText text, ZoneId zone, boolean configured) {

        /** The mail is about an order, and so can lead to it; else about several, a domain, a load, a till or a day. */
        public boolean aboutOrder() {
            return !aboutLoad()
                    && !mail.kind().aboutAccount()
                    && !aboutTill()
                    && !aboutSeveral()
                    && mail.kind() != MailKind.DAY_MATCH
                    && mail.kind() != MailKind.ORDER_TO_CONFIRM
                    && mail.kind() != MailKind.CERTIFICATE_EXPIRY
                    && mail.kind() != MailKind.CERTIFICATE_TAKEN_OVER;
        }

        public boolean aboutSeveral() {
            return mail.kind().aboutSeveral();
        }

        public boolean aboutTill() {
            return mail.kind() == MailKind.TILL_REFUSED;
        }

        public boolean aboutLoad() {
            return mail.kind() == MailKind.LOAD_HELD;
        }
    }

    @GET
    public View show(
            @QueryParam("state") @DefaultValue("") String state, @QueryParam("page") @DefaultValue("1") int page) {
        MailState only = Arrays.stream(MailState.values())
                .filter(s -> s.name().equals(state))
                .findFirst()
                .orElse(null);
        int number = Math.max(1, Math.min(10_000, page));
        List<MailLog.Entry> mails = log.page(reach(), only, (number - 1) * PER_PAGE, PER_PAGE + 1);
        List<Entry> entries =
                mails.stream().limit(PER_PAGE).map(m -> new Entry(m, zone(m))).toList();
        return View.of(
                MailsPage.class,
                new Shown(
                        log.serverConfigured(),
                        log.counts(reach()),
                        entries,
                        only == null ? "" : only.name(),
                        number,
                        mails.size() > PER_PAGE));
    }

    @GET
    @Path("{id}")
    public View text(@PathParam("id") UUID id) {
        MailLog.Entry mail = log.entry(visible.caller().reach(), id);
        return View.of(
                MailPage.class,
                new Opened(mail, log.text(visible.caller().reach(), id), zone(mail), log.serverConfigured()));
    }

    @POST
    @Path("{id}/retry")
    public Response retry(@PathParam("id") UUID id, @FormParam("from") @DefaultValue("") String from) {
        log.retry(visible.caller().reach(), id, visible.caller().actor());
        return Redirect.to("/portal/mails" + (from.equals("mail") ? "/" + id : ""))
                .build();
    }

    private Reach reach() {
        return visible.tenant().isEmpty() ? visible.caller().reach() : visible.scopeShown();
    }

    private ZoneId zone(MailLog.Entry mail) {
        return visible.all().stream()
                .filter(s -> s.id().value().equals(mail.location()))
                .findFirst()
                .map(s -> s.location().zone())
                .orElse(ZoneOffset.UTC);
    }
}
