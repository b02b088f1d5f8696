package de.hypersoft.esolutions.connector.conformance;

import java.net.URI;

/**
 * What a candidate has to know of the run.
 *
 * @param portal with which it is to pair
 * @param core where it finds its till core, unless it books by itself
 */
public record Surroundings(URI portal, String pin, URI core) {}
