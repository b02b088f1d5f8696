package de.hypersoft.esolutions.shop.errors;

/**
 * What the page for an error shows.
 *
 * @param incident the number under which the log has it; empty for what is no fault of ours
 */
public record ErrorPage(int status, String headline, String words, String incident) {}
