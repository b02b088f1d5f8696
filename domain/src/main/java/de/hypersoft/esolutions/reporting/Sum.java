package de.hypersoft.esolutions.reporting;

/**
 * What orders come to, in cents.
 *
 * @param orders how many there are, or in how many it is
 * @param pieces of dishes, or of the option
 * @param gross what the guests pay; equals {@code net} and {@code tax} together where taxes are known
 * @param tip how much of it is tip
 */
public record Sum(long orders, long pieces, long gross, long net, long tax, long tip) {

    public static final Sum NONE = new Sum(0, 0, 0, 0, 0, 0);

    public Sum plus(Sum other) {
        return new Sum(
                orders + other.orders,
                pieces + other.pieces,
                gross + other.gross,
                net + other.net,
                tax + other.tax,
                tip + other.tip);
    }

    Sum negated() {
        return new Sum(-orders, -pieces, -gross, -net, -tax, -tip);
    }

    /** Two parts of one and the same order. */
    Sum besides(Sum part) {
        return new Sum(1, pieces + part.pieces, gross + part.gross, net + part.net, tax + part.tax, tip + part.tip);
    }
}
