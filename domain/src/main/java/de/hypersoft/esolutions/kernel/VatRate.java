package de.hypersoft.esolutions.kernel;

import java.math.BigDecimal;

/** A rate of value added tax in basis points: 7 % is 700. Which rate applies is decided by the date of supply (L8). */
public record VatRate(int basisPoints) implements Comparable<VatRate> {

    public static final VatRate ZERO = new VatRate(0);

    public VatRate {
        if (basisPoints < 0 || basisPoints > 5_000)
            throw new IllegalArgumentException("a VAT rate lies between 0 and 50 %, not at " + basisPoints + " bp");
    }

    /** Reads {@code "7.00"}, {@code "2.6"} or {@code "19"}. */
    public static VatRate parse(String percent) {
        try {
            return new VatRate(new BigDecimal(percent.strip()).movePointRight(2).intValueExact());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new Invalid("invalid-vat-rate", "»" + percent + "« is not a VAT rate in percent", "vatRate") {};
        }
    }

    /** As the till reads it: {@code 7.00}. */
    public String percent() {
        return BigDecimal.valueOf(basisPoints, 2).toPlainString();
    }

    @Override
    public int compareTo(VatRate other) {
        return Integer.compare(basisPoints, other.basisPoints);
    }
}
