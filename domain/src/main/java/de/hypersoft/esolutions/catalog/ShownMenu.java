package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** Which menu version guests of a location see: one row, so that the switch is one step (T24). */
@Entity
@Table(schema = "catalog", name = "shown_menu")
class ShownMenu {

    @Id
    @Column(name = "location_id")
    private UUID location;

    @Column(name = "menu_version_id")
    private UUID menuVersion;

    @Version
    private int sequence;

    @SuppressWarnings("NullAway")
    protected ShownMenu() {} // JPA

    ShownMenu(LocationId location, UUID menuVersion) {
        this.location = location.value();
        this.menuVersion = menuVersion;
    }

    void switchTo(UUID newVersion) {
        this.menuVersion = newVersion;
    }

    UUID menuVersion() {
        return menuVersion;
    }
}
