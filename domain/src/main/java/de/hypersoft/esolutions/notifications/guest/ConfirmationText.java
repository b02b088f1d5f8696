package de.hypersoft.esolutions.notifications.guest;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailTexts;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.tenancy.Address;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import java.util.Optional;

/**
 * The immediate confirmation a guest is owed (L16, § 312i BGB): goods, options, fees, total, taxes, the wanted time and
 * the seller with imprint. Every amount is the one on the order; nothing is computed here (I5).
 */
public final class ConfirmationText {

    private final OrderDocument order;
    private final LocationDetails seller;
    private final Optional<String> tracking;
    private final MailTexts texts;
    private final MailBody sheet = new MailBody();

    private ConfirmationText(OrderDocument order, LocationDetails seller, Optional<String> tracking) {
        this.order = order;
        this.seller = seller;
        this.tracking = tracking;
        this.texts = new MailTexts(order.guest().language(), seller.zone());
    }

    /** @param tracking the address of the guest's status page; empty when the shop has no host */
    public static MailText of(OrderDocument order, LocationDetails seller, Optional<String> tracking) {
        return new ConfirmationText(order, seller, tracking).write();
    }

    private MailText write() {
        sheet.say(texts.say("confirmation.greeting", texts.typed(order.guest().name())))
                .gap()
                .say(texts.say("confirmation.intro"))
                .gap();
        order.lines().forEach(this::line);
        order.fees().forEach(fee -> sheet.row(texts.say("fee." + fee.kind()), texts.money(fee.total())));
        sums();
        circumstances();
        tracking.ifPresent(address -> sheet.gap().link(texts.say("confirmation.track"), address));
        seller();
        return sheet.mail(texts.language(), texts.say("confirmation.subject", order.orderNumber(), seller.name()));
    }

    private void line(OrderDocument.Line line) {
        sheet.row(line.quantity() + " × " + line.displayName(), texts.money(line.total()));
        for (OrderDocument.OptionRow row : line.optionRows()) {
            OrderDocument.Option option = row.option();
            String left = "    " + "  ".repeat(row.level()) + "+ "
                    + (option.quantity() == 1 ? "" : option.quantity() + " × ") + option.displayName();
            if (option.price().isZero()) sheet.row(left, "");
            else sheet.row(left + " (" + texts.money(option.price()) + ")", "");
        }
        if (!line.note().isBlank()) sheet.row("    " + texts.say("note", texts.typed(line.note())), "");
        OrderDocument.Deposit deposit = line.deposit();
        if (deposit != null) sheet.row("    " + texts.say("deposit"), texts.money(deposit.total()));
    }

    private void sums() {
        sheet.gap().row(texts.say("total"), texts.money(order.total()));
        Money cash = order.total().inCash();
        if (!cash.equals(order.total())) sheet.row("    " + texts.say("cash"), texts.money(cash));
        for (OrderDocument.Vat vat : order.vat()) {
            Money tax = Money.parse(vat.tax(), order.total().currency());
            sheet.row("    " + texts.say("vat", texts.decimal(vat.rate())), texts.money(tax));
        }
    }

    private void circumstances() {
        sheet.gap()
                .say(texts.say("number", order.orderNumber()))
                .say(texts.say("placed", texts.time(order.placedAt())))
                .say(texts.say("type." + order.orderType()) + ", "
                        + texts.say("payment." + order.payment().method()))
                .say(texts.due(order));
        Address to = order.deliveryAddress();
        if (to == null) sheet.say(texts.say("confirmation.pickup", place()));
        else
            sheet.say(texts.say(
                    "confirmation.deliver", texts.typed(to.street() + ", " + to.postcode() + " " + to.city())));
        if (!order.note().isBlank()) sheet.say(texts.say("note", texts.typed(order.note())));
    }

    private void seller() {
        sheet.gap()
                .say(texts.say("confirmation.questions", seller.name(), seller.phone()))
                .gap()
                .say(texts.say("confirmation.seller", seller.legalName()))
                .say(place());
        if (!seller.imprint().isBlank()) sheet.say(seller.imprint());
    }

    private String place() {
        return seller.name() + ", " + seller.street() + ", " + seller.postcode() + " " + seller.city();
    }
}
