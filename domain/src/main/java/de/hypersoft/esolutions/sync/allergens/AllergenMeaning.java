package de.hypersoft.esolutions.sync.allergens;

import de.hypersoft.esolutions.catalog.Allergen;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one word of a location's menu means; said by a person, who may say otherwise later. */
@Entity
@Table(schema = "sync", name = "allergen_meaning")
class AllergenMeaning {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    private String word;
    private @Nullable String code;

    @Column(name = "said_by")
    private String by;

    @Column(name = "said_at")
    private Instant at;

    @SuppressWarnings("NullAway")
    protected AllergenMeaning() {} // JPA

    AllergenMeaning(TenantId tenant, LocationId location, String word, @Nullable Allergen code, String by, Instant at) {
        this.id = Uuid7.at(at);
        this.tenant = tenant.value();
        this.location = location.value();
        this.word = word;
        this.code = code == null ? null : code.name();
        this.by = by;
        this.at = at;
    }

    String word() {
        return word;
    }

    Optional<Allergen> allergen() {
        return code == null ? Optional.empty() : Allergen.of(code);
    }

    AllergenMeanings.Line line() {
        return new AllergenMeanings.Line(word, code == null ? "" : code, by, at);
    }
}
