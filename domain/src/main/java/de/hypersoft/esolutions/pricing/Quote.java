package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.VatRate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a basket costs. Every sum in it is exact: lines + deposits + fees = total = sum of the VAT lines' gross.
 *
 * @param goods sum of the lines after discounts, without deposit and fees; what the minimum order value looks at (T6)
 * @param vat one line per rate, tax taken once from the gross sum of the rate (T7), lowest rate first
 */
public record Quote(List<Line> lines, Money goods, Money deposits, List<Fee> fees, List<VatLine> vat, Money total) {

    /** Whether the total, or what one line costs, is below zero: no line pays for another one. */
    public boolean belowZero() {
        return total.isNegative()
                || lines.stream().anyMatch(line -> line.total().isNegative());
    }

    public Quote {
        lines = List.copyOf(lines);
        fees = List.copyOf(fees);
        vat = List.copyOf(vat);
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
            int minimumAge) {}

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

        /** Itself and all below it. */
        Stream<PricedOption> all() {
            return Stream.concat(Stream.of(this), options.stream().flatMap(PricedOption::all));
        }
    }

    /** Container deposits of one line: all of its pieces, own and of its options together (T6). */
    public record LineDeposit(List<DepositPart> parts, Money total) {}

    public record DepositPart(String id, String kind, int quantity, Money unitAmount, VatRate vat, Money total) {}

    /** @param amount what the discount takes off the line, not negative */
    public record LineDiscount(int basisPoints, Money amount) {
        /** As the till reads it: {@code 10.00}. */
        public String percent() {
            return String.format(Locale.ROOT, "%d.%02d", basisPoints / 100, basisPoints % 100);
        }
    }

    public enum FeeKind {
        DELIVERY
    }

    public record Fee(FeeKind kind, Money total) {}

    public record VatLine(VatRate rate, Money net, Money tax, Money gross) {}
}
