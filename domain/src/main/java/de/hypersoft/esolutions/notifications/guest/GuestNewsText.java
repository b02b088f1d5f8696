package de.hypersoft.esolutions.notifications.guest;

import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailTexts;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a guest is told of an order under way: what became of it, for when, and whom to ask. In the guest's language. */
final class GuestNewsText {

    private GuestNewsText() {}

    /**
     * @param reason why it was rejected or cancelled, in the words of whoever did; null when nothing was said
     * @param tracking the address of the guest's status page; empty when the shop has no host
     */
    static MailText of(
            MailKind kind,
            OrderDocument order,
            @Nullable String reason,
            LocationDetails location,
            Optional<String> tracking) {
        MailTexts texts = new MailTexts(order.guest().language(), location.zone());
        String key =
                switch (kind) {
                    case ORDER_CANCELLED -> "cancelled";
                    case ORDER_REJECTED -> "rejected";
                    case ORDER_ACCEPTED -> "accepted";
                    case ORDER_READY -> "ready";
                    default -> throw new IllegalArgumentException("not to a guest: " + kind);
                };
        MailBody sheet = new MailBody()
                .say(texts.say(
                        "confirmation.greeting", texts.typed(order.guest().name())))
                .gap()
                .say(texts.say("news." + key + ".intro", order.orderNumber(), location.name()));
        switch (kind) {
            case ORDER_REJECTED, ORDER_CANCELLED -> {
                if (reason != null && !reason.isBlank())
                    sheet.say(texts.say("news.reason", texts.typed(reason.strip())));
                sheet.say(texts.say("news.not-cooked"));
            }
            case ORDER_ACCEPTED -> sheet.say(texts.say("news.when-" + order.orderType(), texts.time(when(order))));
            default -> sheet.say(texts.say("news.ready-" + order.orderType(), place(location)));
        }
        sheet.gap().row(texts.say("total"), texts.money(order.total()));
        tracking.ifPresent(address -> sheet.gap().link(texts.say("confirmation.track"), address));
        return sheet.gap()
                .say(texts.say("confirmation.questions", location.name(), location.phone()))
                .mail(texts.language(), texts.say("news." + key + ".subject", order.orderNumber(), location.name()));
    }

    /** As the guest was told on placing; null for an order of before such promises were kept. */
    private static @Nullable Instant when(OrderDocument order) {
        return order.promisedAt() != null ? order.promisedAt() : order.fulfilAt();
    }

    private static String place(LocationDetails location) {
        return location.name() + ", " + location.street() + ", " + location.postcode() + " " + location.city();
    }
}
