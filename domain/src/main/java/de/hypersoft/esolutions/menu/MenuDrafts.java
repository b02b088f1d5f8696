package de.hypersoft.esolutions.menu;

import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** All drafts; of two who change one at the same moment one wins, and the other looks again. */
@ApplicationScoped
class MenuDrafts {

    private final EntityManager entities;

    @Inject
    MenuDrafts(EntityManager entities) {
        this.entities = entities;
    }

    /** @param undoable whether the menu of before the last change is kept */
    record Row(
            int revision,
            String base,
            String document,
            boolean undoable,
            Deed deed,
            String subject,
            String by,
            Instant at) {}

    /** @param subject what it was done to, in words */
    record Note(Deed deed, String subject, String by, Instant at) {
        private static final int LONGEST = 200;

        Note {
            if (subject.length() > LONGEST) subject = subject.substring(0, LONGEST - 1) + "…";
        }
    }

    /** Never the entity: what is in memory could be older than the row. */
    Optional<Row> find(LocationId location) {
        return entities.createQuery(
                        Projection.of(
                                        Row.class,
                                        "d.revision, d.base, d.document, case when d.before is null then false else true"
                                                + " end, d.deed, d.subject, d.changedBy, d.changedAt")
                                + " from MenuDraft d where d.location = :location",
                        Row.class)
                .setParameter("location", location.value())
                .getResultStream()
                .findFirst();
    }

    void begin(MenuDraft draft) {
        entities.persist(draft);
        entities.flush();
        entities.detach(draft);
    }

    /** False when somebody else has changed it since this revision. */
    boolean replace(LocationId location, int revision, String document, String base, Note note) {
        return entities.createQuery(
                                "update MenuDraft d set d.before = d.document, d.document = :document,"
                                        + " d.base = :base, d.revision = d.revision + 1, d.deed = :deed, d.subject = :subject,"
                                        + " d.changedBy = :by, d.changedAt = :at where d.location = :location and d.revision = :revision")
                        .setParameter("document", document)
                        .setParameter("base", base)
                        .setParameter("deed", note.deed())
                        .setParameter("subject", note.subject())
                        .setParameter("by", note.by())
                        .setParameter("at", note.at())
                        .setParameter("location", location.value())
                        .setParameter("revision", revision)
                        .executeUpdate()
                == 1;
    }

    /** Puts back the menu of before the last change, which can be taken back in turn; false as in {@link #replace}. */
    boolean undo(LocationId location, int revision, Note note) {
        return entities.createQuery("update MenuDraft d set d.before = d.document, d.document = d.before,"
                                + " d.revision = d.revision + 1, d.deed = :deed, d.subject = :subject, d.changedBy = :by,"
                                + " d.changedAt = :at where d.location = :location and d.revision = :revision"
                                + " and d.before is not null")
                        .setParameter("deed", note.deed())
                        .setParameter("subject", note.subject())
                        .setParameter("by", note.by())
                        .setParameter("at", note.at())
                        .setParameter("location", location.value())
                        .setParameter("revision", revision)
                        .executeUpdate()
                == 1;
    }

    boolean remove(LocationId location, int revision) {
        return entities.createQuery("delete from MenuDraft d where d.location = :location and d.revision = :revision")
                        .setParameter("location", location.value())
                        .setParameter("revision", revision)
                        .executeUpdate()
                == 1;
    }
}
