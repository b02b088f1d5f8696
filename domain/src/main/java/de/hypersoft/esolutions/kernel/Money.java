package de.hypersoft.esolutions.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * An amount in whole minor units (cents, Rappen, pence) of one currency. May be negative: an option can lower a price
 * (T4, T5). Equal means equal; amounts of different currencies never meet.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads a decimal string such as {@code "12.54"}.
     *
     * @throws InvalidAmount when it is no number or has more decimals than the currency
     */
    public static Money parse(String decimal, Currency currency) {
        return parse(decimal, currency, "amount");
    }

    /**
     * As {@link #parse(String, Currency)}.
     *
     * @param field path of what was given, for the refusal
     */
    public static Money parse(String decimal, Currency currency, String field) {
        try {
            BigDecimal value = new BigDecimal(decimal.strip());
            boolean power = decimal.indexOf('e') >= 0 || decimal.indexOf('E') >= 0;
            if (power || value.precision() > 15 || value.scale() > 15)
                throw new InvalidAmount(decimal, currency, field);
            return new Money(
                    value.setScale(digits(currency), RoundingMode.UNNECESSARY)
                            .unscaledValue()
                            .longValueExact(),
                    currency);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new InvalidAmount(decimal, currency, field);
        }
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(int factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    /**
     * The price after a discount, rounded HALF_UP on the price and not on the discount (T2: 4.95 at 10 % is 4.46).
     *
     * @param basisPoints the discount in hundredths of a percent, 0 to 10000
     */
    public Money discounted(int basisPoints) {
        if (basisPoints == 0) return this;
        return new Money(divideHalfUp(Math.multiplyExact(minor, 10_000L - basisPoints), 10_000), currency);
    }

    /** The tax contained in this gross amount, rounded HALF_UP once (T7: 9.90 at 7 % holds 0.65). */
    public Money vatIncluded(VatRate rate) {
        return new Money(
                divideHalfUp(Math.multiplyExact(minor, (long) rate.basisPoints()), 10_000L + rate.basisPoints()),
                currency);
    }

    /** Equal parts whose sum is exactly this amount; the first ones carry the remainder (T8: 5.00 → 1.67 1.67 1.66). */
    public List<Money> split(int parts) {
        if (parts < 1) throw new IllegalArgumentException("parts must be at least 1, not " + parts);
        long each = Math.floorDiv(minor, parts);
        long rest = Math.floorMod(minor, parts);
        List<Money> result = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) result.add(new Money(i < rest ? each + 1 : each, currency));
        return result;
    }

    /** Parts in proportion to the weights, by largest remainder, whose sum is exactly this amount (T8, L11). */
    public List<Money> splitBy(List<Long> weights) {
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        if (sum <= 0 || weights.stream().anyMatch(w -> w < 0))
            throw new IllegalArgumentException("weights must not be negative and must not all be zero");
        long[] parts = new long[weights.size()];
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Math.floorDiv(Math.multiplyExact(minor, weights.get(i)), sum);
            given += parts[i];
        }
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) byRemainder.add(i);
        byRemainder.sort((a, b) ->
                Long.compare(Math.floorMod(minor * weights.get(b), sum), Math.floorMod(minor * weights.get(a), sum)));
        for (int i = 0; given < minor; i++, given++) parts[byRemainder.get(i)]++;
        List<Money> result = new ArrayList<>(parts.length);
        for (long part : parts) result.add(new Money(part, currency));
        return result;
    }

    /** What changes hands for it in cash: of Swiss francs whole 5 Rappen, the nearest; of other currencies the amount itself. */
    public Money inCash() {
        if (!currency.getCurrencyCode().equals("CHF")) return this;
        return new Money(Math.floorDiv(minor + 2, 5) * 5, currency);
    }

    /** The amount as programs write it: {@code 12.54}, no grouping, the currency's number of decimals. */
    public String decimal() {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    @Override
    public String toString() {
        return decimal() + " " + currency.getCurrencyCode();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency))
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
        return other;
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    private static long divideHalfUp(long dividend, long divisor) {
        return BigDecimal.valueOf(dividend)
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** What was given is no amount of this currency. */
    public static final class InvalidAmount extends Invalid {
        InvalidAmount(String given, Currency currency, String field) {
            super("invalid-amount", "»" + given + "« is not an amount in " + currency, field);
        }
    }
}
