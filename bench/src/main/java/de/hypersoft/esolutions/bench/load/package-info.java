/** What the product does a second, beside what this machine could do: the load of the neutral workload. */
@NullMarked
package de.hypersoft.esolutions.bench.load;

import org.jspecify.annotations.NullMarked;
