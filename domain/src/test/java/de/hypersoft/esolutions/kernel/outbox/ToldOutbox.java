package de.hypersoft.esolutions.kernel.outbox;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.database.Inserts;
import de.hypersoft.esolutions.testing.Store;
import java.time.Clock;
import java.util.List;

/** Remembers what is told with what is stored. */
public final class ToldOutbox extends Outbox {

    private final Told<DomainEvent> told;

    public ToldOutbox(Store store, Told<DomainEvent> told) {
        super(store.entities(), Clock.systemUTC(), new OutboxListeners(List.of()), new Told<>());
        this.told = told;
    }

    @Override
    public void append(DomainEvent event, Inserts inserts) {
        told.fire(event);
    }
}
