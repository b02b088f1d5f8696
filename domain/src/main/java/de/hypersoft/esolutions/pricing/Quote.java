package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.DepositKind;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.VatRate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a basket costs. Every sum in it is exact: lines + deposits + adjustments + fees + tip = total = sum of the VAT
 * lines' gross.
 *
 * @param tip what the guest gives on top, by the rate it is taxed with (T14); no part when nothing is given
 * @param vat one line per rate, tax taken once from the gross sum of the rate (T7), lowest rate first
 */
public record Quote(
        List<Line> lines,
        List<Adjustment> adjustments,
        List<Fee> fees,
        GrossByRate tip,
        List<VatLine> vat,
        Money total) {

    public Quote {
        lines = List.copyOf(lines);
        adjustments = List.copyOf(adjustments);
        fees = List.copyOf(fees);
        vat = List.copyOf(vat);
    }

    /** Before the first step. */
    static Quote none(Currency currency) {
        return new Quote(List.of(), List.of(), List.of(), GrossByRate.none(currency), List.of(), Money.zero(currency));
    }

    Quote withLines(List<Line> priced) {
        return new Quote(priced, adjustments, fees, tip, vat, total);
    }

    Quote withAdjustments(List<Adjustment> made) {
        return new Quote(lines, made, fees, tip, vat, total);
    }

    Quote withFees(List<Fee> charged) {
        return new Quote(lines, adjustments, charged, tip, vat, total);
    }

    Quote withTip(GrossByRate given) {
        return new Quote(lines, adjustments, fees, given, vat, total);
    }

    Quote withVat(List<VatLine> taxed) {
        return new Quote(lines, adjustments, fees, tip, taxed, total);
    }

    Quote withTotal(Money sum) {
        return new Quote(lines, adjustments, fees, tip, vat, sum);
    }

    /** The lines after discounts, without deposit, adjustments and fees; what the minimum order value looks at (T6). */
    public Money goods() {
        return sum(Line::total);
    }

    public Money deposits() {
        return sum(line -> line.deposit() == null ? zero() : line.deposit().total());
    }

    private Money sum(Function<Line, Money> part) {
        return lines.stream().map(part).reduce(zero(), Money::plus);
    }

    private Money zero() {
        return Money.zero(tip.currency());
    }

    /** The goods alone, as {@link #goods()}. */
    GrossByRate goodsByRate() {
        return GrossByRate.sum(
                tip.currency(), lines.stream().map(Line::goodsByRate).toList());
    }

    /** All that is quoted. */
    GrossByRate grossByRate() {
        GrossByRate gross = goodsByRate().plus(tip);
        for (Line line : lines)
            if (line.deposit() != null)
                for (DepositPart part : line.deposit().parts()) gross = gross.plus(part.vat(), part.total());
        for (Adjustment adjustment : adjustments) gross = gross.plus(adjustment.byRate());
        for (Fee fee : fees) gross = gross.plus(fee.byRate());
        return gross;
    }

    /** Whether the total, or what one line costs, is below zero: no line pays for another one. */
    public boolean belowZero() {
        return total.isNegative()
                || lines.stream().anyMatch(line -> line.total().isNegative());
    }

    /** The highest of all lines (L24), 0 when nothing asks for an age. */
    public int minimumAge() {
        return lines.stream().mapToInt(Line::minimumAge).max().orElse(0);
    }

    /**
     * @param unitPrice one piece with its options after discount; times quantity is the total (T3)
     * @param vat the article's own rate
     * @param options as a tree, like what was picked
     * @param total without deposit
     * @param minimumAge of the article and of those its options stand for (L24)
     */
    public record Line(
            Selection selection,
            Menu.Article article,
            Money unitPrice,
            VatRate vat,
            List<PricedOption> options,
            @Nullable LineDeposit deposit,
            @Nullable LineDiscount discount,
            Money total,
            int minimumAge) {

        Line with(@Nullable LineDeposit charged) {
            return new Line(selection, article, unitPrice, vat, options, charged, discount, total, minimumAge);
        }

        /** The total by rates: options that stand for an article of another rate are taxed by that one (T11). */
        GrossByRate goodsByRate() {
            GrossByRate others = GrossByRate.none(total.currency());
            for (PricedOption option : PricedOption.all(options))
                if (!option.vat().equals(vat))
                    others = others.plus(
                            option.vat(), option.price().times(option.pieces()).times(selection.quantity()));
            return others.plus(vat, total.minus(others.total()));
        }
    }

    /**
     * @param quantity pieces for one piece of what it hangs on
     * @param pieces of it in one piece of the article: quantities multiply down the tree
     * @param price of one piece, after discount, without the options below it
     * @param vat of the article it stands for, else of what it hangs on
     */
    public record PricedOption(
            Menu.OptionGroup group,
            Menu.Option option,
            int quantity,
            int pieces,
            Money price,
            VatRate vat,
            List<PricedOption> options) {

        /** These and all below them. */
        static List<PricedOption> all(List<PricedOption> options) {
            return options.stream().flatMap(PricedOption::all).toList();
        }

        private Stream<PricedOption> all() {
            return Stream.concat(Stream.of(this), options.stream().flatMap(PricedOption::all));
        }
    }

    /** Container deposits of one line: all of its pieces, own and of its options together (T6). */
    public record LineDeposit(List<DepositPart> parts, Money total) {}

    public record DepositPart(String id, DepositKind kind, int quantity, Money unitAmount, VatRate vat, Money total) {}

    /** @param amount what the discount takes off the line, not negative */
    public record LineDiscount(int basisPoints, Money amount) {
        /** As the till reads it: {@code 10.00}. */
        public String percent() {
            return String.format(Locale.ROOT, "%d.%02d", basisPoints / 100, basisPoints % 100);
        }
    }

    /** Why the goods as a whole cost something else than their lines. What only pays, as a voucher, is none (T9). */
    public enum AdjustmentKind {
        COUPON
    }

    /**
     * Changes the turnover of the goods as a whole.
     *
     * @param reference what brought it about, as the code of a coupon
     * @param byRate negative where it takes something off
     */
    public record Adjustment(AdjustmentKind kind, String reference, GrossByRate byRate) {
        public Money amount() {
            return byRate.total();
        }
    }

    public enum FeeKind {
        DELIVERY
    }

    public record Fee(FeeKind kind, GrossByRate byRate) {
        public Money total() {
            return byRate.total();
        }
    }

    public record VatLine(VatRate rate, Money net, Money tax, Money gross) {}
}
