package de.hypersoft.esolutions.notifications.guest;

import de.hypersoft.esolutions.kernel.outbox.Listener;
import de.hypersoft.esolutions.notifications.mail.Mail;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.ordering.click.ClickEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Takes text and recipient out of the mail that asked for a click, once nobody can follow it: nothing was ordered. */
@ApplicationScoped
class ForgetClick implements Listener<ClickEnded> {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    ForgetClick(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-click";
    }

    @Override
    public Class<ClickEnded> event() {
        return ClickEnded.class;
    }

    @Override
    public void on(ClickEnded event) {
        entities.createQuery(
                        "select m from Mail m where m.about = :about and m.kind = :kind and m.erasedAt is null",
                        Mail.class)
                .setParameter("about", event.requestId())
                .setParameter("kind", MailKind.ORDER_TO_CONFIRM)
                .getResultList()
                .forEach(mail -> mail.erase(true, clock.instant()));
    }
}
