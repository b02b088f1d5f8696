package de.hypersoft.esolutions.ordering.cart;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.tenancy.OrderType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an anonymous guest means to order at one location, found by the secret of the guest's cookie.
 *
 * <p>Its life: made by the first article put in; changed by the guest only; emptied by its order, of which it keeps the
 * lines until the next, so that a second click is the same order; removed when nobody touched it for thirty days. What
 * its guest typed at the checkout lives with it, and ends with its order or after a day.
 */
@Entity
@Table(schema = "ordering", name = "cart")
public class Cart {

    private static final int MOST_OPENINGS = 16;

    @Id
    private UUID id;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    @Enumerated(EnumType.STRING)
    @Column(name = "order_type")
    private OrderType orderType;

    private String contents;

    /** Personal data: JSON of field and text; null after an order. */
    private @Nullable String typed;

    @Column(name = "typed_at")
    private @Nullable Instant typedAt;

    /** Each {@link Opening} as it is written, the newest last, with blanks between. */
    private String openings = "";

    @Column(name = "order_key")
    private @Nullable String orderKey;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Cart() {} // JPA

    Cart(CartKey key, OrderType type, Instant now) {
        this.id = Uuid7.at(now);
        this.tokenHash = key.tokenHash();
        this.tenant = key.tenant().value();
        this.location = key.location().value();
        this.orderType = type;
        this.contents = Json.write(CartContents.EMPTY);
        this.updatedAt = now;
    }

    public void hold(CartContents next, Instant now) {
        this.contents = Json.write(next);
        this.updatedAt = now;
    }

    void fulfilBy(OrderType type, Instant now) {
        this.orderType = type;
        this.updatedAt = now;
    }

    /**
     * A form that was opened once and put something in: sent again, it changes nothing; sent with other content, it
     * changes what it put in.
     *
     * @param key of the opened form
     * @param line it put its pieces in; empty when it put in more than one
     * @param pieces it added to that line
     * @param asked a short print of what was asked for; empty when whatever comes is the same
     */
    record Opening(String key, String line, int pieces, String asked) {

        private static Opening read(String written) {
            String[] parts = written.split("/", -1);
            return parts.length == 4
                    ? new Opening(parts[0], parts[1], Integer.parseInt(parts[2]), parts[3])
                    : new Opening(parts[0], "", 0, "");
        }

        private String written() {
            return String.join("/", key, line, String.valueOf(pieces), asked);
        }
    }

    Optional<Opening> opening(String key) {
        return known().filter(one -> one.key().equals(key)).findFirst();
    }

    void remember(Opening opening) {
        List<Opening> all = Stream.concat(known().filter(one -> !one.key().equals(opening.key())), Stream.of(opening))
                .toList();
        this.openings = all.stream()
                .skip(Math.max(0, all.size() - MOST_OPENINGS))
                .map(Opening::written)
                .collect(Collectors.joining(" "));
    }

    private Stream<Opening> known() {
        return Stream.of(openings.split(" ")).filter(one -> !one.isEmpty()).map(Opening::read);
    }

    void keep(Map<String, String> words, Instant now) {
        this.typed = Json.write(new Carts.Typing(words));
        this.typedAt = now;
        this.updatedAt = now;
    }

    /** What was typed ends with the order. */
    void ordered(String idempotencyKey, Instant now) {
        hold(contents().orderedAs(idempotencyKey), now);
        this.orderKey = idempotencyKey;
        this.typed = null;
        this.typedAt = null;
    }

    /** Nothing of the order it led to stays; what lies in it now stays without words of its guest. */
    void forget() {
        this.contents = Json.write(contents().withoutWords());
        this.openings = "";
        this.orderKey = null;
        this.typed = null;
        this.typedAt = null;
    }

    boolean typedOneOf(List<String> mails) {
        return typed(Instant.MIN).values().stream()
                .anyMatch(word -> mails.stream().anyMatch(word.strip()::equalsIgnoreCase));
    }

    boolean isEmpty() {
        return contents().lines().isEmpty();
    }

    /** @param since older words are nobody's any more */
    Map<String, String> typed(Instant since) {
        return typed == null || typedAt == null || typedAt.isBefore(since)
                ? Map.of()
                : Map.copyOf(Json.read(typed, Carts.Typing.class).words());
    }

    CartContents contents() {
        return Json.read(contents, CartContents.class);
    }

    OrderType orderType() {
        return orderType;
    }
}
