package de.hypersoft.esolutions.notifications.guest;

import de.hypersoft.esolutions.hostnames.dns.PublicAddress;
import de.hypersoft.esolutions.kernel.outbox.Listener;
import de.hypersoft.esolutions.notifications.mail.Draft;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.ordering.click.ConfirmByClick;
import de.hypersoft.esolutions.ordering.click.OrderAwaitsClick;
import de.hypersoft.esolutions.tenancy.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a guest by mail whether an order is meant. Not a word of whoever sent it stands in it: its reader may be somebody
 * else.
 */
@ApplicationScoped
class AskForClick implements Listener<OrderAwaitsClick> {

    private static final Logger LOG = LoggerFactory.getLogger(AskForClick.class);

    private final ConfirmByClick clicks;
    private final Locations locations;
    private final PublicAddress addresses;
    private final Mails mails;

    @Inject
    AskForClick(ConfirmByClick clicks, Locations locations, PublicAddress addresses, Mails mails) {
        this.clicks = clicks;
        this.locations = locations;
        this.addresses = addresses;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "ask-for-click";
    }

    @Override
    public Class<OrderAwaitsClick> event() {
        return OrderAwaitsClick.class;
    }

    @Override
    public void on(OrderAwaitsClick event) {
        Optional<ConfirmByClick.Asked> found = clicks.link(event.requestId(), event.times());
        if (found.isEmpty()) return;
        ConfirmByClick.Asked asked = found.get();
        Optional<String> link = addresses.link(asked.tenant(), "/orders/confirmation/" + asked.token());
        if (link.isEmpty()) {
            LOG.warn("nobody can confirm an order at location={}: its brand has no host", asked.location());
            return;
        }
        mails.queue(new Draft(
                MailKind.ORDER_TO_CONFIRM,
                event.requestId(),
                event.times(),
                asked.tenant().value(),
                asked.location().value(),
                asked.mail(),
                AskForClickText.of(asked, locations.get(asked.location()).details(), link.get())));
    }
}
