package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.catalog.DepositKind;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.tenancy.Address;
import de.hypersoft.esolutions.tenancy.OrderType;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is handed over: made once at placement, stored as it is, read by till, portal, mail and guest alike,
 * and never recomputed (I5, T1). The names of its members are the wire's (POS protocol v1): members may be added, none
 * is renamed or removed.
 *
 * <p>{@code promisedAt} is when it can be had, as the guest was told on placing: the time wished for, or the one that
 * "as soon as possible" meant then. Null in orders from before it was written down.
 *
 * <p>{@code trace} is the id of the request that placed it, the same as in our logs; null where there was none.
 *
 * <p>{@code name} is the kitchen's, in the shop's default language; {@code displayName} is what the guest read.
 */
public record OrderDocument(
        String orderId,
        String orderNumber,
        Instant placedAt,
        OrderType orderType,
        Channel channel,
        @Nullable Instant fulfilAt,
        @Nullable Instant promisedAt,
        String location,
        Guest guest,
        @Nullable Address deliveryAddress,
        @Nullable Address billingAddress,
        String note,
        List<Line> lines,
        List<Fee> fees,
        @Nullable Money tip,
        List<Vat> vat,
        Money total,
        Payment payment,
        String menuVersion,
        @Nullable String trace) {

    /** How many portions of each article it needs, articles that stand behind options included. */
    public Map<String, Integer> quantities() {
        Map<String, Integer> result = new HashMap<>();
        for (Line line : lines) {
            result.merge(line.articleId(), line.quantity(), Integer::sum);
            addQuantities(line.options(), line.quantity(), result);
        }
        return result;
    }

    private static void addQuantities(List<Option> options, int above, Map<String, Integer> result) {
        for (Option option : options) {
            int portions = above * option.quantity();
            if (option.articleId() != null) result.merge(option.articleId(), portions, Integer::sum);
            addQuantities(option.options(), portions, result);
        }
    }

    /**
     * @param unitPrice with options, after discount, gross
     * @param vat rate in percent, "7.00"
     * @param total without deposit
     * @param minimumAge of the article and of those its options stand for
     */
    public record Line(
            int line,
            String articleId,
            String name,
            String displayName,
            int quantity,
            Money unitPrice,
            String vat,
            String note,
            List<Option> options,
            @Nullable Deposit deposit,
            @Nullable Discount discount,
            Money total,
            int minimumAge) {

        /** One piece of the article alone, after discount: what its options cost beside it adds up to {@code unitPrice}. */
        public Money articlePrice() {
            return unitPrice.minus(priceOf(options, unitPrice));
        }

        private static Money priceOf(List<Option> options, Money currency) {
            Money sum = Money.zero(currency.currency());
            for (Option option : options)
                sum = sum.plus(
                        option.price().plus(priceOf(option.options(), currency)).times(option.quantity()));
            return sum;
        }

        /** Every option, each before those below it. */
        public List<OptionRow> optionRows() {
            List<OptionRow> rows = new ArrayList<>();
            addRows(options, 0, rows);
            return rows;
        }

        private static void addRows(List<Option> options, int level, List<OptionRow> rows) {
            for (Option option : options) {
                rows.add(new OptionRow(level, option));
                addRows(option.options(), level + 1, rows);
            }
        }
    }

    /** @param level 0 for what the article asks, 1 for what that asks in turn, and so on */
    public record OptionRow(int level, Option option) {}

    /**
     * @param price of one piece, without the options below it
     * @param quantity pieces for one piece of what it hangs on; quantities multiply down the tree
     * @param options what was picked in the groups it asks
     */
    public record Option(
            String groupId,
            String optionId,
            @Nullable String articleId,
            String name,
            String displayName,
            Money price,
            String vat,
            int quantity,
            List<Option> options) {

        /** Orders placed before options counted have neither quantity nor options of their own. */
        @JsonbCreator
        public static Option stored(
                @JsonbProperty("groupId") String groupId,
                @JsonbProperty("optionId") String optionId,
                @JsonbProperty("articleId") @Nullable String articleId,
                @JsonbProperty("name") String name,
                @JsonbProperty("displayName") String displayName,
                @JsonbProperty("price") Money price,
                @JsonbProperty("vat") String vat,
                @JsonbProperty("quantity") @Nullable Integer quantity,
                @JsonbProperty("options") @Nullable List<Option> options) {
            return new Option(
                    groupId,
                    optionId,
                    articleId,
                    name,
                    displayName,
                    price,
                    vat,
                    quantity == null ? 1 : quantity,
                    options == null ? List.of() : options);
        }
    }

    public record Deposit(List<DepositPart> parts, Money total) {}

    public record DepositPart(String id, DepositKind kind, int quantity, Money unitAmount, String vat, Money total) {}

    public record Discount(String percent, Money amount) {}

    public record Fee(Quote.FeeKind kind, Money total) {}

    /** Amounts are bare decimal strings in the order's currency, as the wire has it. */
    public record Vat(String rate, String net, String tax, String gross) {}

    /** @param paid what came in already */
    public record Payment(PaymentMethod method, PaymentState state, Money paid) {}

    public enum PaymentState {
        /** At the door or the counter. */
        OPEN,
        /** Online: it must not be asked for again (T30). */
        PAID,
        NOTHING_TO_PAY
    }
}
