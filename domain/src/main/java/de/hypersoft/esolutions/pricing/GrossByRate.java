package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.VatRate;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A gross amount by the VAT rates it falls under, lowest rate first. Its parts always add up to it. */
public record GrossByRate(Currency currency, SortedMap<VatRate, Money> parts) {

    public GrossByRate {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    public static GrossByRate none(Currency currency) {
        return new GrossByRate(currency, new TreeMap<>());
    }

    public static GrossByRate sum(Currency currency, Collection<GrossByRate> amounts) {
        return amounts.stream().reduce(none(currency), GrossByRate::plus);
    }

    public GrossByRate plus(VatRate rate, Money amount) {
        TreeMap<VatRate, Money> result = new TreeMap<>(parts);
        result.merge(rate, amount, Money::plus);
        return new GrossByRate(currency, result);
    }

    public GrossByRate plus(GrossByRate other) {
        TreeMap<VatRate, Money> result = new TreeMap<>(parts);
        other.parts.forEach((rate, amount) -> result.merge(rate, amount, Money::plus));
        return new GrossByRate(currency, result);
    }

    public Money total() {
        return parts.values().stream().reduce(Money.zero(currency), Money::plus);
    }

    /**
     * Another amount in proportion to the parts above zero, by largest remainder (L11); all of it at the highest rate
     * when no part is.
     *
     * @throws java.util.NoSuchElementException when this has no part at all
     */
    public GrossByRate spread(Money amount) {
        List<VatRate> rates =
                parts.keySet().stream().filter(rate -> part(rate).isPositive()).toList();
        if (rates.isEmpty()) return none(currency).plus(parts.lastKey(), amount);
        List<Money> shares =
                amount.splitBy(rates.stream().map(rate -> part(rate).minor()).toList());
        GrossByRate result = none(currency);
        for (int i = 0; i < shares.size(); i++) result = result.plus(rates.get(i), shares.get(i));
        return result;
    }

    private Money part(VatRate rate) {
        return parts.getOrDefault(rate, Money.zero(currency));
    }
}
