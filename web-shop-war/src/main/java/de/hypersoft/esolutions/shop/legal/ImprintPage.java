package de.hypersoft.esolutions.shop.legal;

/** Who runs the location; what it shows stands in the frame. */
public record ImprintPage() {}
