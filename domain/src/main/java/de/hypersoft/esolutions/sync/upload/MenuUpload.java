package de.hypersoft.esolutions.sync.upload;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.sync.menufile.MenuFileKind;
import de.hypersoft.esolutions.tenancy.Location;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A file of a menu. Its life: waits for a person; then taken over, thrown away, or too old. Only how it is read changes. */
@Entity
@Table(schema = "sync", name = "menu_upload")
class MenuUpload {

    static final Duration KEPT = Duration.ofHours(24);

    private static final int LONGEST_NAME = 120;

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    @Column(name = "file_name")
    private String fileName;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(16)")
    private MenuFileKind kind;

    private byte[] content;
    private String reading;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @SuppressWarnings("NullAway")
    protected MenuUpload() {} // JPA

    MenuUpload(Location location, String fileName, MenuFileKind kind, byte[] content, Reading reading, Instant now) {
        this.id = Uuid7.at(now);
        this.tenant = location.tenant().value();
        this.location = location.id().value();
        this.fileName = shortened(fileName);
        this.kind = kind;
        this.content = content.clone();
        this.reading = Json.write(reading);
        this.uploadedAt = now;
        this.expiresAt = now.plus(KEPT);
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    void readAs(Reading other) {
        this.reading = Json.write(other);
    }

    UUID id() {
        return id;
    }

    String fileName() {
        return fileName;
    }

    MenuFileKind kind() {
        return kind;
    }

    byte[] content() {
        return content.clone();
    }

    Reading reading() {
        return Json.read(reading, Reading.class);
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
