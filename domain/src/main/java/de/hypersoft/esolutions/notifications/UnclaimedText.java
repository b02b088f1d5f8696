package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailTexts;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a location is told about orders nobody fetched: what they are, how long they wait, what to do, and what happens
 * otherwise (T26). In emergency mode no till is promised: none fetches anything then.
 */
final class UnclaimedText {

    private final String key;
    private final Place place;
    private final MailTexts texts;
    private final MailBody sheet = new MailBody();

    private UnclaimedText(MailKind kind, Place place) {
        this.key = switch (kind) {
            case SECOND_CONTACT -> "second";
            case UNKEPT_ORDER -> "unkept";
            default -> "unclaimed";
        };
        this.place = place;
        this.texts = new MailTexts(place.language(), place.details().zone());
    }

    /** @param now when it is written; a reader later sees of which moment it speaks */
    record Place(LocationDetails details, boolean emergency, String language, Instant now) {}

    /** @param portal where the order is in the portal */
    record Waiting(OrderDocument order, Instant since, String portal) {}

    /** @param kind that of one order, whether one or several are told of */
    static MailText of(MailKind kind, List<Waiting> waiting, Place place) {
        UnclaimedText text = new UnclaimedText(kind, place);
        return waiting.size() == 1 ? text.one(waiting.get(0)) : text.several(waiting);
    }

    private MailText one(Waiting waiting) {
        String number = waiting.order().orderNumber();
        String name = place.details().name();
        sheet.say(texts.say(key + ".intro", number, texts.time(waiting.since()), name, age(waiting)));
        if (place.emergency()) sheet.say(texts.say("emergency.on", name));
        sheet.gap();
        content(waiting);
        sheet.gap().say(texts.say(todo())).link(texts.say("unclaimed.portal"), waiting.portal());
        otherwise();
        return sheet.mail(texts.language(), texts.say(key + ".subject", number, name));
    }

    private MailText several(List<Waiting> waiting) {
        int count = waiting.size();
        String name = place.details().name();
        sheet.say(texts.say(key + ".digest", count, name));
        if (place.emergency()) sheet.say(texts.say("emergency.on", name));
        sheet.say(texts.say(todo() + "-several"));
        for (Waiting one : waiting) {
            sheet.gap().say(texts.say("unclaimed.item", one.order().orderNumber(), texts.time(one.since()), age(one)));
            content(one);
            sheet.link(texts.say("unclaimed.portal"), one.portal());
        }
        otherwise();
        return sheet.mail(texts.language(), texts.say(key + ".digest-subject", count, name));
    }

    private void content(Waiting waiting) {
        OrderDocument order = waiting.order();
        sheet.say(texts.say("type." + order.orderType()) + ", " + texts.due(order));
        for (OrderDocument.Line line : order.lines()) {
            sheet.row(line.quantity() + " × " + line.name(), "");
            for (OrderDocument.OptionRow row : line.optionRows()) sheet.row(picked(row), "");
        }
        sheet.say(texts.say(
                        "unclaimed.guest",
                        texts.typed(order.guest().name()),
                        order.guest().phone()))
                .row(texts.say("total"), texts.money(order.total()));
    }

    private static String picked(OrderDocument.OptionRow row) {
        int quantity = row.option().quantity();
        return "    " + "  ".repeat(row.level()) + "+ " + (quantity == 1 ? "" : quantity + " × ")
                + row.option().name();
    }

    private String todo() {
        if (place.emergency()) return "emergency.todo";
        return key.equals("unkept") ? "unkept.todo" : "unclaimed.todo";
    }

    private void otherwise() {
        String mode = place.emergency() ? "emergency" : "unclaimed";
        sheet.gap()
                .say(texts.say(mode + ".first"))
                .say(texts.say(mode + ".later"))
                .say(texts.say("unclaimed.as-of", texts.time(place.now())));
    }

    private String age(Waiting waiting) {
        return texts.age(Duration.between(waiting.since(), place.now()));
    }
}
