package de.hypersoft.esolutions.kernel.database;

import de.hypersoft.esolutions.kernel.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** How far this node's clock is from the database's, which all nodes share (handover: a node over 2 s off is not ready). */
@ApplicationScoped
@Transactional
public class ClockSkew {

    public static final Duration TOLERATED = Duration.ofSeconds(2);

    private final EntityManager entities;
    private final Time time;

    @Inject
    public ClockSkew(EntityManager entities, Time time) {
        this.entities = entities;
        this.time = time;
    }

    /** Positive when this node is ahead; a clock moved by a test counts as unmoved. */
    public Duration measure() {
        Instant database = ((OffsetDateTime)
                        entities.createNativeQuery("select current_timestamp", OffsetDateTime.class)
                                .getSingleResult())
                .toInstant();
        return Duration.between(database, time.unmoved());
    }
}
