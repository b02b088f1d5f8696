package de.hypersoft.esolutions.shop.api;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.tenancy.Address;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The storefront's JSON, version 1: members may be added, none is renamed or removed. */
public final class Shapes {

    private Shapes() {}

    @Schema(description = "A place one can order from")
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

            @Schema(
                    description =
                            "No orders are taken for a while, so as soon as possible is refused with ordering-paused")
            boolean paused,

            @Schema(description = "When that ends; null while nobody knows, or while it is not paused") @Nullable
            Instant pausedUntil,

            int leadMinutes,
            List<Zone> deliveryZones) {}

    public record Zone(
            String postcode,
            Money minimum,
            Money fee,
            @Nullable Money freeFrom,
            int leadMinutes) {}

    public record Places(List<Place> locations) {}

    @Schema(description = "An order in one request; send it with the header Idempotency-Key")
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

            @Schema(
                    description = "Whether the guest said to be old enough; needed when something in it has a minimum"
                            + " age, its options included")
            @Nullable
            Boolean ageConfirmed) {}

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
            @Schema(type = SchemaType.INTEGER) @Nullable JsonValue quantity,
            @Nullable List<OptionInput> options,
            @Nullable String note) {}

    @Schema(
            description = "One option of a group. What it asks in turn stands in its own options; standing beside it,"
                    + " it belongs to the first picked option that asks its group and has room.")
    public record OptionInput(
            @Nullable String groupId,
            @Nullable String optionId,

            @Schema(type = SchemaType.INTEGER, description = "Pieces of it, 1 when left out") @Nullable
            JsonValue quantity,

            @Nullable List<OptionInput> options) {}

    public record PaymentInput(@Nullable String method) {}

    public record MoneyInput(
            @Nullable String amount, @Nullable String currency) {}

    @Schema(description = "The answer to an order placed; the same again for the same Idempotency-Key")
    public record OrderAnswer(
            String orderId,
            String orderNumber,
            String status,
            Money total,
            String trackingUrl,

            @Schema(description = "When it can be had, as promised on placing")
            Instant promisedAt) {}

    @Schema(description = "Nothing is ordered yet: the guest is asked by mail, and the same key then gives the order")
    public record ConfirmationAnswer(
            @Schema(description = "Always AWAITING_CONFIRMATION")
            String status,

            @Schema(description = "Where the mail went, for those who know it: a•••@example.org")
            String mailSentTo,

            @Schema(description = "Until when it can be confirmed; after that nothing of it is kept")
            Instant confirmUntil) {}

    @Schema(description = "When an order placed now can be had; nothing else is taken")
    public record Times(
            String orderType,

            @Schema(description = "What as soon as possible promises; null when it is refused with location-closed")
            @Nullable
            Instant asSoonAsPossible,

            int daysAhead,
            List<Slot> slots) {}

    @Schema(description = "A value for fulfilAt, and how people of the place call it")
    public record Slot(Instant at, String label) {}

    @Schema(description = "Where an order stands")
    public record OrderStatusAnswer(
            String orderId,
            String orderNumber,
            String status,
            boolean restaurantHasIt,
            Instant placedAt,
            Instant statusAt,
            @Nullable Instant fulfilAt,

            @Schema(description = "When it can be had, as promised on placing")
            Instant promisedAt,

            Money total) {}
}
