package de.hypersoft.esolutions.tenancy;

/**
 * How a guest gets what was ordered; drives address, time, payment, price and VAT. "Abholung" here is the guest's
 * pickup; the till's is {@code PosTransfer} (T35).
 */
public enum OrderType {
    PICKUP,
    DELIVERY,
    IN_HOUSE;

    /** VAT looks at where the food is eaten (L8). */
    public boolean onSite() {
        return this == IN_HOUSE;
    }
}
