package de.hypersoft.esolutions.shop.api;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.tenancy.Address;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The storefront's JSON, version 1: members may be added, none is renamed or removed. What each means stands in
 * {@code openapi.json}.
 */
public final class Shapes {

    private Shapes() {}

    /** A place one can order from. */
    public record Place(
            String location,
            String name,
            String street,
            String postcode,
            String city,
            String country,
            String phone,
            String timeZone,
            List<String> orderTypes,
            boolean open,
            boolean paused,
            @Nullable Instant pausedUntil,
            int leadMinutes,
            List<Zone> deliveryZones) {}

    public record Zone(
            String postcode,
            Money minimum,
            Money fee,
            @Nullable Money freeFrom,
            int leadMinutes) {}

    public record Places(List<Place> locations) {}

    /** An order in one request. */
    public record OrderInput(
            @Nullable String location,
            @Nullable String orderType,
            @Nullable GuestInput guest,
            @Nullable Address deliveryAddress,
            @Nullable Instant fulfilAt,
            @Nullable String note,
            @Nullable List<LineInput> lines,
            @Nullable PaymentInput payment,
            @Nullable MoneyInput expectedTotal,
            @Nullable Boolean ageConfirmed) {}

    /** An order without who orders it and how it is paid. */
    public record QuoteInput(
            @Nullable String location,
            @Nullable String orderType,
            @Nullable Address deliveryAddress,
            @Nullable Instant fulfilAt,
            @Nullable String note,
            @Nullable List<LineInput> lines,
            @Nullable MoneyInput expectedTotal) {}

    public record GuestInput(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String language) {}

    public record LineInput(
            @Nullable String articleId,
            @Nullable JsonValue quantity,
            @Nullable List<OptionInput> options,
            @Nullable String note) {}

    /**
     * One option of a group. What it asks in turn stands in its own options; standing beside it, it belongs to the first
     * picked option that asks its group and has room.
     */
    public record OptionInput(
            @Nullable String groupId,
            @Nullable String optionId,
            @Nullable JsonValue quantity,
            @Nullable List<OptionInput> options) {}

    public record PaymentInput(@Nullable String method) {}

    public record MoneyInput(
            @Nullable String amount, @Nullable String currency) {}

    /** The answer to an order placed; the same again for the same Idempotency-Key. */
    public record OrderAnswer(
            String orderId, String orderNumber, String status, Money total, String trackingUrl, Instant promisedAt) {}

    /** Nothing is ordered yet: the guest is asked by mail, and the same key then gives the order. */
    public record ConfirmationAnswer(String status, String mailSentTo, Instant confirmUntil) {}

    /** When an order placed now can be had; nothing else is taken. */
    public record Times(String orderType, @Nullable Instant asSoonAsPossible, int daysAhead, List<Slot> slots) {}

    /** A value for fulfilAt, and how people of the place call it. */
    public record Slot(Instant at, String label) {}

    /** Where an order stands. */
    public record OrderStatusAnswer(
            String orderId,
            String orderNumber,
            String status,
            boolean restaurantHasIt,
            Instant placedAt,
            Instant statusAt,
            @Nullable Instant fulfilAt,
            Instant promisedAt,
            Money total) {}
}
