package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import java.time.Instant;

/** What a location is told about an order nobody fetched: what it is, what to do, and what happens otherwise (T26). */
final class UnclaimedText {

    private UnclaimedText() {}

    /** @param portal where the order is in the portal */
    static MailText of(
            MailKind kind,
            OrderDocument order,
            LocationDetails location,
            Instant waitingSince,
            String portal,
            String language) {
        Texts texts = new Texts(language, location.zone());
        String key =
                switch (kind) {
                    case SECOND_CONTACT -> "second";
                    case UNKEPT_ORDER -> "unkept";
                    default -> "unclaimed";
                };
        return new Sheet()
                .say(texts.say(key + ".intro", order.orderNumber(), texts.time(waitingSince), location.name()))
                .gap()
                .say(texts.say("type." + order.orderType()) + ", " + texts.say("fulfil", texts.time(order.fulfilAt())))
                .say(texts.say(
                        "unclaimed.guest", order.guest().name(), order.guest().phone()))
                .row(texts.say("total"), texts.money(order.total()))
                .gap()
                .say(texts.say(kind == MailKind.UNKEPT_ORDER ? "unkept.todo" : "unclaimed.todo"))
                .link(texts.say("unclaimed.portal"), portal)
                .gap()
                .say(texts.say("unclaimed.first"))
                .say(texts.say("unclaimed.later"))
                .mail(texts.language(), texts.say(key + ".subject", order.orderNumber(), location.name()));
    }
}
