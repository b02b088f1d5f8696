package de.hypersoft.esolutions.menu;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The menu of a location that is being made in the portal, one for all who work on it.
 *
 * <p>Its life: begun with the first change, changed by conditional updates of {@link MenuDrafts} only, each of which raises
 * its revision and keeps the menu of before for the undo; gone once it is published or discarded.
 */
@Entity
@Table(schema = "menu", name = "draft")
class MenuDraft {

    @Id
    @Column(name = "location_id")
    private UUID location;

    @Column(name = "tenant_id")
    private UUID tenant;

    private int revision;

    /** Of the load on which it builds; empty for none. */
    @Column(name = "base_version")
    private String base;

    private String document;

    @Column(name = "before_document")
    private @Nullable String before;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(40)")
    private Deed deed;

    private String subject;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway")
    protected MenuDraft() {} // JPA

    MenuDraft(Editor editor, String base, @Nullable String before, String document, MenuDrafts.Note note) {
        this.location = editor.location().value();
        this.tenant = editor.tenant().value();
        this.revision = 1;
        this.base = base;
        this.before = before;
        this.document = document;
        this.deed = note.deed();
        this.subject = note.subject();
        this.changedBy = note.by();
        this.changedAt = note.at();
    }
}
