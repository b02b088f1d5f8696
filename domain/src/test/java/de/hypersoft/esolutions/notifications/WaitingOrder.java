package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.ordering.Channel;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.PaymentMethod;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders as they lie in the tables, without the shop that placed them. */
public final class WaitingOrder {

    private WaitingOrder() {}

    public static Location at(Store store, Instant now, @Nullable String secondContact) {
        return store.in(() -> {
            String slug = "l" + UUID.randomUUID();
            Tenant tenant = new Tenant(slug, "Zur Linde", Currency.getInstance("EUR"), "#225522", "de", now);
            Location location = new Location(tenant.id(), slug, details(secondContact), now);
            store.entities().persist(tenant);
            store.entities().flush();
            store.entities().persist(location);
            return location;
        });
    }

    public static LocationDetails details(@Nullable String secondContact) {
        return new LocationDetails(
                "Linde Mitte",
                "Lindenstraße 1",
                "10969",
                "Berlin",
                "DE",
                "+49 30 1234567",
                "Linde Gastronomie GmbH",
                "Amtsgericht Berlin HRB 12345",
                ZoneId.of("Europe/Berlin"),
                LocalTime.of(6, 0),
                Set.of(OrderType.PICKUP),
                20,
                "kueche@linde.example",
                secondContact,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                LocationLimits.DEFAULT);
    }

    /** Transferable since {@code now}, with nobody. */
    public static UUID in(Location location, Store store, Instant now) {
        return in(location, store, now, "2026-000123");
    }

    /** One of several of the same tenant, each with a number of its own. */
    public static UUID in(Location location, Store store, Instant now, String number) {
        UUID id = Uuid7.at(now);
        String document = Json.write(document(id, number, location.slug(), now, "de"));
        store.run(() -> {
            store.entities()
                    .createNativeQuery("""
                        insert into ordering.customer_order (id, tenant_id, location_id, order_number, placed_at, order_type,
                          guest_name, guest_phone, currency, total_minor, status, status_at, idempotency_key, request_hash,
                          tracking_token, document, version, guest_since)
                        values (:id, :tenant, :location, :number, :now, 'PICKUP', 'Anna', '030 1', 'EUR', 2380, 'PLACED',
                          :now, :key, 'x', :key, :document, 0, :now)\
                        """)
                    .setParameter("id", id)
                    .setParameter("tenant", location.tenant().value())
                    .setParameter("location", location.id().value())
                    .setParameter("now", now)
                    .setParameter("number", number)
                    .setParameter("key", id.toString())
                    .setParameter("document", document)
                    .executeUpdate();
            store.entities()
                    .createNativeQuery("""
                        insert into pos.transfer (order_id, tenant_id, location_id, placed_at, state, fence, offers, episode,
                          state_since, booked, waiting_location, waiting_since, may_be_doubled, promised_at, age_from)
                        values (:id, :tenant, :location, :now, 'PENDING', 0, 0, 1, :now, false, :location, :now, false, :now,
                          :now)\
                        """)
                    .setParameter("id", id)
                    .setParameter("tenant", location.tenant().value())
                    .setParameter("location", location.id().value())
                    .setParameter("now", now)
                    .executeUpdate();
        });
        return id;
    }

    public static OrderDocument document(UUID id, Instant now, String language) {
        return document(id, "2026-000123", "linde-mitte", now, language);
    }

    private static OrderDocument document(UUID id, String number, String location, Instant now, String language) {
        Money two = Money.of(200, "EUR");
        Money total = Money.of(2_380, "EUR");
        OrderDocument.Option rim = new OrderDocument.Option(
                "rim", "cheese", null, "Käserand", "Rand mit Käse", Money.of(0, "EUR"), "7.00", 2, List.of());
        OrderDocument.Option size =
                new OrderDocument.Option("size", "30", null, "30 cm", "30 cm", two, "7.00", 1, List.of(rim));
        OrderDocument.Line line = new OrderDocument.Line(
                1,
                "101",
                "Pizza Margherita",
                "Pizza <Margherita>",
                2,
                Money.of(1_190, "EUR"),
                "7.00",
                "gut durch",
                List.of(size),
                null,
                null,
                total,
                0);
        return new OrderDocument(
                id.toString(),
                number,
                now,
                OrderType.PICKUP,
                Channel.WEB,
                null,
                now.plusSeconds(20 * 60),
                location,
                new Guest("Anna Müller", "030 1234", "anna@example.org", language),
                null,
                null,
                "",
                List.of(line),
                List.of(),
                null,
                List.of(new OrderDocument.Vat("7.00", "22.24", "1.56", "23.80")),
                total,
                new OrderDocument.Payment(PaymentMethod.AT_PICKUP, OrderDocument.PaymentState.OPEN, Money.of(0, "EUR")),
                "v1",
                null);
    }
}
