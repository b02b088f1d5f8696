package de.hypersoft.esolutions.reporting;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.notifications.WaitingOrder;
import de.hypersoft.esolutions.ordering.Channel;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.OrderAdvanced;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.OrderPlaced;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.PaymentMethod;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Orders as they lie in the tables, of all kinds, without the shop that placed them. */
final class SoldOrders {

    private static final String[] DISHES = {"Pizza Margherita", "Pizza Funghi", "Tiramisu", "Wasser", "Bier"};

    private final Store store;

    SoldOrders(Store store) {
        this.store = store;
    }

    /** An order of the test, as it was placed. */
    record Sold(Location location, UUID id, Instant at, OrderDocument document) {

        OrderPlaced placed() {
            return new OrderPlaced(id, location.tenant().value(), location.id().value(), document.orderNumber(), at);
        }

        OrderAdvanced advanced(OrderStatus status) {
            return new OrderAdvanced(
                    id, location.tenant().value(), location.id().value(), status, null, at.plusSeconds(60));
        }
    }

    Location brand() {
        return WaitingOrder.at(store, Instant.parse("2026-01-01T12:00:00Z"), null);
    }

    /** One more of the same brand, in another zone and with another cut-off. */
    Location sister(Location location) {
        LocationDetails like = location.details();
        LocationDetails details = new LocationDetails(
                "Linde London",
                like.street(),
                like.postcode(),
                like.city(),
                like.country(),
                like.phone(),
                like.legalName(),
                like.imprint(),
                ZoneId.of("Europe/London"),
                LocalTime.of(3, 0),
                like.orderTypes(),
                like.leadMinutes(),
                like.mailTo(),
                like.secondContact(),
                like.unclaimedAfter(),
                like.secondContactAfter(),
                like.limits());
        Location sister = new Location(
                location.tenant(), "s" + UUID.randomUUID(), details, Instant.parse("2026-01-01T12:00:00Z"));
        store.run(() -> store.entities().persist(sister));
        return sister;
    }

    /** Some dishes with options within options, in two rates, from one of a few mailboxes. */
    Sold any(Location location, Instant at, Random chance) {
        List<OrderDocument.Line> lines = new ArrayList<>();
        long[] gross = new long[2];
        int many = 1 + chance.nextInt(4);
        for (int i = 0; i < many; i++) {
            int dish = chance.nextInt(DISHES.length);
            int quantity = 1 + chance.nextInt(3);
            List<OrderDocument.Option> options = chance.nextBoolean() ? List.of() : List.of(option(chance));
            int rate = dish < 3 ? 0 : 1;
            long total = quantity * (100L + chance.nextInt(2_000));
            gross[rate] += total;
            lines.add(line(lines.size() + 1, dish, quantity, rate, options, total));
        }
        long tip = chance.nextInt(4) == 0 ? 1 + chance.nextInt(300) : 0;
        gross[1] += tip;
        OrderType type = OrderType.values()[chance.nextInt(OrderType.values().length)];
        return store(location, at, type, lines, gross, tip, "gast" + chance.nextInt(20) + "@linde.example");
    }

    Sold one(Location location, Instant at, String dish, String mail) {
        OrderDocument.Line line = new OrderDocument.Line(
                1, "101", dish, dish, 2, euro(1_190), "7.00", "", List.of(), null, null, euro(2_380), 0);
        return store(location, at, OrderType.PICKUP, List.of(line), new long[] {2_380, 0}, 0, mail);
    }

    void end(Sold sold, OrderStatus status) {
        store.run(() -> store.entities()
                .createNativeQuery("update ordering.customer_order set status = :status where id = :id")
                .setParameter("status", status.name())
                .setParameter("id", sold.id())
                .executeUpdate());
    }

    private static OrderDocument.Option option(Random chance) {
        OrderDocument.Option below = new OrderDocument.Option(
                "rim", "cheese", null, "Käserand", "Käserand", euro(chance.nextInt(200)), "7.00", 2, List.of());
        boolean nested = chance.nextBoolean();
        return new OrderDocument.Option(
                "size",
                "cm" + (26 + chance.nextInt(3)),
                null,
                "Groß",
                "Groß",
                euro(chance.nextInt(300) - 100),
                "7.00",
                1 + chance.nextInt(2),
                nested ? List.of(below) : List.of());
    }

    private static OrderDocument.Line line(
            int number, int dish, int quantity, int rate, List<OrderDocument.Option> options, long total) {
        return new OrderDocument.Line(
                number,
                "10" + dish,
                DISHES[dish],
                DISHES[dish],
                quantity,
                euro(total / quantity),
                rate == 0 ? "7.00" : "19.00",
                "",
                options,
                null,
                null,
                euro(total),
                0);
    }

    private Sold store(
            Location location,
            Instant at,
            OrderType type,
            List<OrderDocument.Line> lines,
            long[] gross,
            long tip,
            String mail) {
        UUID id = Uuid7.at(at);
        List<OrderDocument.Vat> vat = new ArrayList<>();
        if (gross[0] > 0) vat.add(vat("7.00", gross[0], gross[0] * 7 / 107));
        if (gross[1] > 0) vat.add(vat("19.00", gross[1], gross[1] * 19 / 119));
        OrderDocument document = new OrderDocument(
                id.toString(),
                id.toString().substring(16),
                at,
                type,
                Channel.WEB,
                null,
                at,
                location.slug(),
                new Guest("Anna", "030 12345", mail, "de"),
                null,
                null,
                "",
                lines,
                List.of(),
                tip == 0 ? null : euro(tip),
                vat,
                euro(gross[0] + gross[1]),
                new OrderDocument.Payment(
                        type == OrderType.DELIVERY ? PaymentMethod.AT_DOOR : PaymentMethod.AT_PICKUP,
                        OrderDocument.PaymentState.OPEN,
                        euro(0)),
                "v1",
                null);
        Sold sold = new Sold(location, id, at, document);
        insert(sold, mail);
        return sold;
    }

    private void insert(Sold sold, String mail) {
        store.run(() -> store.entities()
                .createNativeQuery(
                        "insert into ordering.customer_order (id, tenant_id, location_id, order_number, placed_at,"
                                + " order_type, guest_name, guest_phone, currency, total_minor, status, status_at, idempotency_key,"
                                + " request_hash, tracking_token, document, version, guest_since, search_mail) values (:id, :tenant,"
                                + " :location, :number, :at, :type, 'Anna', '030 1', 'EUR', :total, 'PLACED', :at, :key, 'x', :key,"
                                + " :document, 0, :at, :mail)")
                .setParameter("id", sold.id())
                .setParameter("tenant", sold.location().tenant().value())
                .setParameter("location", sold.location().id().value())
                .setParameter("number", sold.document().orderNumber())
                .setParameter("at", sold.at())
                .setParameter("type", sold.document().orderType().name())
                .setParameter("total", sold.document().total().minor())
                .setParameter("key", sold.id().toString())
                .setParameter("document", Json.write(sold.document()))
                .setParameter("mail", mail)
                .executeUpdate());
    }

    private static OrderDocument.Vat vat(String rate, long gross, long tax) {
        return new OrderDocument.Vat(
                rate,
                euro(gross - tax).decimal(),
                euro(tax).decimal(),
                euro(gross).decimal());
    }

    private static Money euro(long cents) {
        return Money.of(cents, "EUR");
    }
}
