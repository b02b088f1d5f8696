package de.hypersoft.esolutions.ordering;

/** What became of an order request that can be right: it was placed, or it waits for its guest's click. */
public sealed interface Placing permits OrderReceipt, AwaitsClick {}
