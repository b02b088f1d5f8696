package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailTexts;
import de.hypersoft.esolutions.ordering.OrderDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a location is told about orders that its till took and did not book. */
final class UnbookedText {

    private final MailTexts texts;
    private final String place;
    private final Instant now;
    private final MailBody sheet = new MailBody();

    private UnbookedText(MailTexts texts, String place, Instant now) {
        this.texts = texts;
        this.place = place;
        this.now = now;
    }

    /**
     * @param till its name as it was when it acknowledged; empty when it had none
     * @param portal where the order is in the portal
     */
    record Unbooked(OrderDocument order, Instant since, String till, String portal) {}

    /** @param now when it is written; the age of each order is that of then */
    static MailText of(List<Unbooked> orders, MailTexts texts, String place, Instant now) {
        UnbookedText text = new UnbookedText(texts, place, now);
        return orders.size() == 1 ? text.one(orders.get(0)) : text.several(orders);
    }

    private MailText one(Unbooked one) {
        String number = one.order().orderNumber();
        sheet.say(texts.say("unbooked.intro", texts.typed(one.till()), number, texts.time(one.since()), age(one)))
                .gap();
        content(one);
        sheet.gap()
                .say(texts.say("unbooked.todo"))
                .link(texts.say("unclaimed.portal"), one.portal())
                .gap()
                .say(texts.say("unbooked.otherwise"));
        return sheet.mail(texts.language(), texts.say("unbooked.subject", number, place));
    }

    private MailText several(List<Unbooked> orders) {
        int count = orders.size();
        sheet.say(texts.say("unbooked.digest", count, place)).say(texts.say("unbooked.todo-several"));
        for (Unbooked one : orders) {
            sheet.gap()
                    .say(texts.say(
                            "unbooked.item",
                            one.order().orderNumber(),
                            texts.typed(one.till()),
                            texts.time(one.since()),
                            age(one)));
            content(one);
            sheet.link(texts.say("unclaimed.portal"), one.portal());
        }
        sheet.gap().say(texts.say("unbooked.otherwise-several")).say(texts.say("unclaimed.as-of", texts.time(now)));
        return sheet.mail(texts.language(), texts.say("unbooked.digest-subject", count, place));
    }

    private void content(Unbooked one) {
        OrderDocument order = one.order();
        sheet.say(texts.say("type." + order.orderType()) + ", " + texts.due(order))
                .say(texts.say(
                        "unclaimed.guest",
                        texts.typed(order.guest().name()),
                        order.guest().phone()))
                .row(texts.say("total"), texts.money(order.total()));
    }

    private String age(Unbooked one) {
        return texts.age(Duration.between(one.since(), now));
    }
}
