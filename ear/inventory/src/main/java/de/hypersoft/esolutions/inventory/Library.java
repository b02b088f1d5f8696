package de.hypersoft.esolutions.inventory;

import java.util.List;

/**
 * One library that is shipped, in one version.
 *
 * @param places   where it is shipped; with {@code !/} at the end where it was copied into another jar
 * @param sha256   of the jar; empty where it was copied into another one
 * @param licences none where it is our own
 */
record Library(Coordinates name, List<String> places, String sha256, List<Licence> licences) {}
