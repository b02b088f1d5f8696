package de.hypersoft.esolutions.ordering.cart;

import de.hypersoft.esolutions.tenancy.OrderType;

/** A cart as its guest sees it. */
public record CartView(OrderType orderType, CartContents contents) {}
