package de.hypersoft.esolutions.tenancy.delivery;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One postcode a location delivers to, with its minimum order value, its fee and the value from which it is free. */
@Entity
@Table(schema = "tenancy", name = "delivery_zone")
public class DeliveryZone {

    @Id
    private UUID id;

    @Column(name = "location_id")
    private UUID location;

    private String postcode;

    @Column(name = "minimum_minor")
    private long minimum;

    @Column(name = "fee_minor")
    private long fee;

    @Column(name = "free_from_minor")
    private @Nullable Long freeFrom;

    @Column(name = "lead_minutes")
    private @Nullable Integer leadMinutes;

    @SuppressWarnings("NullAway")
    protected DeliveryZone() {} // JPA

    public DeliveryZone(LocationId location, String postcode, Money minimum, Money fee, @Nullable Money freeFrom) {
        this(location, postcode, minimum, fee, freeFrom, null);
    }

    /** @param leadMinutes from order to the guest's door; null for the location's lead time */
    public DeliveryZone(
            LocationId location,
            String postcode,
            Money minimum,
            Money fee,
            @Nullable Money freeFrom,
            @Nullable Integer leadMinutes) {
        this.id = UUID.randomUUID();
        this.location = location.value();
        this.postcode = postcode;
        this.minimum = minimum.minor();
        this.fee = fee.minor();
        this.freeFrom = freeFrom == null ? null : freeFrom.minor();
        this.leadMinutes = leadMinutes;
    }

    public LocationId location() {
        return new LocationId(location);
    }

    public String postcode() {
        return postcode;
    }

    public Terms terms(Currency currency) {
        return new Terms(
                postcode,
                new Money(minimum, currency),
                new Money(fee, currency),
                freeFrom == null ? null : new Money(freeFrom, currency),
                leadMinutes);
    }

    /**
     * What delivery to this postcode costs and asks for.
     *
     * @param leadMinutes from order to the guest's door; null for the location's lead time
     */
    public record Terms(
            String postcode,
            Money minimum,
            Money fee,
            @Nullable Money freeFrom,
            @Nullable Integer leadMinutes) {

        /** Without a lead time of its own. */
        public Terms(String postcode, Money minimum, Money fee, @Nullable Money freeFrom) {
            this(postcode, minimum, fee, freeFrom, null);
        }

        /** @param goods the goods after discounts, without deposit (T6) */
        public Money feeFor(Money goods) {
            return freeFrom != null && goods.compareTo(freeFrom) >= 0 ? Money.zero(fee.currency()) : fee;
        }
    }
}
