package de.hypersoft.esolutions.sync.upload;

import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;

/** The files that wait; so many of a location at most, and none of yesterday. */
@ApplicationScoped
class MenuUploads {

    static final int MOST_OF_A_LOCATION = 5;

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    MenuUploads(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** In the place of the oldest of the location, when there are many, and of all that are too old. */
    void add(LocationId location, MenuUpload upload) {
        entities.createQuery("delete from MenuUpload u where u.expiresAt <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
        entities.createQuery(
                        "select u.id from MenuUpload u where u.location = :location order by u.id desc", UUID.class)
                .setParameter("location", location.value())
                .setFirstResult(MOST_OF_A_LOCATION - 1)
                .setMaxResults(100)
                .getResultList()
                .forEach(old -> remove(location, old));
        entities.persist(upload);
    }

    /** @throws NotFound {@code no-menu-upload} when it was never there, is taken over, thrown away or too old */
    MenuUpload get(LocationId location, UUID id) {
        return entities.createQuery(
                        "select u from MenuUpload u where u.id = :id and u.location = :location and u.expiresAt > :now",
                        MenuUpload.class)
                .setParameter("id", id)
                .setParameter("location", location.value())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .orElseThrow(MenuUploads::gone);
    }

    /** False when somebody else was faster. */
    boolean remove(LocationId location, UUID id) {
        return entities.createQuery("delete from MenuUpload u where u.id = :id and u.location = :location")
                        .setParameter("id", id)
                        .setParameter("location", location.value())
                        .executeUpdate()
                == 1;
    }

    static NotFound gone() {
        return new NotFound("no-menu-upload", "this file does not wait any more");
    }
}
