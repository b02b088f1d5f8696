package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.tenancy.OrderType;

/** A cart as its guest sees it. */
public record CartView(OrderType orderType, CartContents contents) {}
