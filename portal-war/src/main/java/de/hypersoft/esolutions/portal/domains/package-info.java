/** The customers' own domains: a board sorted by what breaks first, and the life of each domain and its certificates. */
@NullMarked
package de.hypersoft.esolutions.portal.domains;

import org.jspecify.annotations.NullMarked;
