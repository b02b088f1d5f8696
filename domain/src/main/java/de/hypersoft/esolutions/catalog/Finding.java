package de.hypersoft.esolutions.catalog;

/**
 * One thing of a catalogue that was refused, and why.
 *
 * @param kind {@code article}, {@code optionGroup}, {@code category}, {@code deposit} or {@code vatClass}
 * @param id its id, or {@code #12} (its place, from 0) when it has none that can be read
 * @param code stable, kebab-case
 * @param detail the reason as a sentence for the person at the till
 */
public record Finding(String kind, String id, String code, String detail) {}
