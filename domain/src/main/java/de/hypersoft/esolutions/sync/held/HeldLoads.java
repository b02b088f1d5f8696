package de.hypersoft.esolutions.sync.held;

import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All loads that were held; one per location is open at most. */
@ApplicationScoped
public class HeldLoads {

    private final EntityManager entities;

    @Inject
    public HeldLoads(EntityManager entities) {
        this.entities = entities;
    }

    public void add(HeldLoad load) {
        entities.persist(load);
    }

    public Optional<HeldLoad> find(UUID id) {
        return Optional.ofNullable(entities.find(HeldLoad.class, id));
    }

    public Optional<HeldLoad> open(LocationId location) {
        return entities.createQuery("select h from HeldLoad h where h.openLocation = :location", HeldLoad.class)
                .setParameter("location", location.value())
                .getResultStream()
                .findFirst();
    }

    public List<HeldLoad> open(Collection<LocationId> locations) {
        if (locations.isEmpty()) return List.of();
        return entities.createQuery(
                        "select h from HeldLoad h where h.openLocation in (:locations) order by h.heldAt",
                        HeldLoad.class)
                .setParameter(
                        "locations", locations.stream().map(LocationId::value).toList())
                .getResultList();
    }

    /** Of two who decide at the same moment one gets true. */
    public boolean close(LocationId location, UUID id) {
        return entities.createQuery("update HeldLoad h set h.openLocation = null where h.id = :id"
                                + " and h.openLocation = :location")
                        .setParameter("id", id)
                        .setParameter("location", location.value())
                        .executeUpdate()
                == 1;
    }
}
