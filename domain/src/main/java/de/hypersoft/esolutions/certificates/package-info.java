/** Certificates of the customers' own domains: taken in, kept with sealed keys, activated, proven, warned about. */
@NullMarked
package de.hypersoft.esolutions.certificates;

import org.jspecify.annotations.NullMarked;
