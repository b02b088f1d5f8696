package de.hypersoft.esolutions.timers;

import de.hypersoft.esolutions.closing.DayEnd;
import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.sync.PublishMenu;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Publishes the catalogue that waits at each location whose day has ended (seed 000). Repeating it changes nothing. */
@ApplicationScoped
public class NightlyMenus {

    private final DayEnd dayEnd;
    private final PublishMenu menus;

    @Inject
    public NightlyMenus(DayEnd dayEnd, PublishMenu menus) {
        this.dayEnd = dayEnd;
        this.menus = menus;
    }

    public void publish(int limit) {
        dayEnd.unpublished(limit).forEach(this::publish);
    }

    /** One location's failure keeps no other location waiting. */
    private void publish(DayEnd.Closed closed) {
        try {
            menus.publish(closed.location(), Actor.SYSTEM);
            dayEnd.published(closed.run());
        } catch (Exception e) { // a transaction that fails at its commit throws a checked RollbackException
            dayEnd.notPublished(closed.run(), LoggableCause.of(e));
        }
    }
}
