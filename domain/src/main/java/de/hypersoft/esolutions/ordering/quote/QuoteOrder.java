package de.hypersoft.esolutions.ordering.quote;

import de.hypersoft.esolutions.catalog.availability.Availabilities;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.snapshot.LocationSnapshot;
import de.hypersoft.esolutions.tenancy.snapshot.LocationSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/**
 * Says what an order would cost and when it could be had, by the rules of placing it. Nothing is stored or taken: the
 * next guest may buy the last portion meanwhile.
 */
@ApplicationScoped
@Transactional
public class QuoteOrder {

    private final LocationSnapshots shops;
    private final Offers offers;
    private final Availabilities availabilities;
    private final Clock clock;

    @Inject
    QuoteOrder(LocationSnapshots shops, Offers offers, Availabilities availabilities, Clock clock) {
        this.shops = shops;
        this.offers = offers;
        this.availabilities = availabilities;
        this.clock = clock;
    }

    /** @param promisedAt the slot wished for, or what "as soon as possible" means now */
    public record Quoted(Instant promisedAt, Quote quote) {}

    /**
     * @throws Invalid when the wish cannot be right; the field says where
     * @throws Conflict {@code location-closed}, {@code ordering-paused}, {@code not-served-then}, {@code minimum-order},
     *     {@code negative-total}, {@code price-changed}, {@code article-blocked}, {@code sold-out}
     */
    public Quoted quote(TenantId tenant, Wish wish) {
        LocationSnapshot shop = shops.of(tenant, wish.location());
        Offer offer = offers.of(shop, wish, clock.instant());
        offer.check(wish.expectedTotal());
        availabilities.check(shop.location().id(), offer.portions());
        return new Quoted(offer.promised(), offer.quote());
    }
}
