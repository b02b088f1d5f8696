package de.hypersoft.esolutions.sync.allergens;

import de.hypersoft.esolutions.catalog.Allergen;
import de.hypersoft.esolutions.catalog.AllergenWords;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Each location's own words. */
@ApplicationScoped
@Transactional
public class AllergenMeanings {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public AllergenMeanings(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** @param code of an {@link Allergen}, or empty for "no allergen" */
    public record Line(String word, String code, String by, Instant at) {}

    /** How this location's menu is to be read. */
    public AllergenWords words(Location location) {
        Map<String, Optional<Allergen>> own = new HashMap<>();
        for (AllergenMeaning meaning : of(location.id())) own.put(meaning.word(), meaning.allergen());
        return new AllergenWords(location.country(), own);
    }

    public List<Line> lines(LocationId location) {
        return of(location).stream().map(AllergenMeaning::line).toList();
    }

    /** @param allergen null for "no allergen" */
    public void say(Location location, String word, @Nullable Allergen allergen, Actor actor) {
        String key = AllergenWords.key(word);
        Instant now = clock.instant();
        int changed = entities.createQuery("update AllergenMeaning m set m.code = :code, m.by = :by, m.at = :now"
                        + " where m.location = :location and m.word = :word")
                .setParameter("code", allergen == null ? null : allergen.name())
                .setParameter("by", actor.name())
                .setParameter("now", now)
                .setParameter("location", location.id().value())
                .setParameter("word", key)
                .executeUpdate();
        if (changed == 0)
            entities.persist(new AllergenMeaning(location.tenant(), location.id(), key, allergen, actor.name(), now));
    }

    /** @return whether there was anything to forget */
    public boolean forget(Location location, String word) {
        return entities.createQuery("delete from AllergenMeaning m where m.location = :location and m.word = :word")
                        .setParameter("location", location.id().value())
                        .setParameter("word", AllergenWords.key(word))
                        .executeUpdate()
                > 0;
    }

    private List<AllergenMeaning> of(LocationId location) {
        return entities.createQuery(
                        "select m from AllergenMeaning m where m.location = :location order by m.word",
                        AllergenMeaning.class)
                .setParameter("location", location.value())
                .getResultList();
    }
}
