package de.hypersoft.esolutions.sync.held;

/** What a dish costs and would cost; amounts in the shop's currency, "8.90". */
public record PriceChange(String before, String after) {}
