package de.hypersoft.esolutions.bench.idle;

import java.util.Map;

/**
 * What a node did in a minute in which nobody asked it for anything.
 *
 * @param server processor milliseconds of the server's process
 * @param database processor milliseconds of the database server; 0 when the database is in the server
 * @param statements all but those that begin, end or try a transaction or a connection
 * @param texts how often each text was executed, cut to its beginning
 */
record Minute(
        int locations, double server, double database, double statements, double commits, Map<String, Double> texts) {}
