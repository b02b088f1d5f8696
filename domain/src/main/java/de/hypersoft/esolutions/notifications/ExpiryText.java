package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.certificates.ExpiringCertificates;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Tenant;

/** What is said before a certificate ends: when, what happens then, and who has to do what. */
final class ExpiryText {

    private ExpiryText() {}

    /** @param held whether an automatic certificate will take its place */
    static MailText customer(
            ExpiringCertificates.Due due, boolean held, Tenant tenant, Location location, String portal) {
        return text(due, held, tenant, portal, new Texts(tenant.defaultLanguage(), location.zone()), "customer");
    }

    static MailText staff(ExpiringCertificates.Due due, boolean held, Tenant tenant, Location location, String portal) {
        return text(due, held, tenant, portal, new Texts("de", location.zone()), "staff");
    }

    private static MailText text(
            ExpiringCertificates.Due due, boolean held, Tenant tenant, String portal, Texts texts, String whom) {
        String host = new HostName(due.host()).unicode();
        String both = host.equals(due.host()) ? host : host + " (" + due.host() + ")";
        String when = texts.time(due.notAfter());
        String how = due.daysLeft() < 0 ? "ended" : due.daysLeft() == 0 ? "today" : "soon";
        return new Sheet()
                .say(texts.say("expiry." + how, both, when, due.daysLeft()))
                .gap()
                .say(texts.say(
                        "expiry." + (how.equals("ended") ? "effect-ended" : held ? "effect-held" : "effect"), host))
                .say(texts.say("expiry.vendor-url"))
                .gap()
                .say(texts.say("expiry.todo-" + whom + (due.automatic() ? "-automatic" : ""), host, tenant.name()))
                .gap()
                .link(texts.say("expiry.portal"), portal)
                .mail(texts.language(), texts.say("expiry.subject-" + how, host, when, due.daysLeft(), tenant.name()));
    }
}
