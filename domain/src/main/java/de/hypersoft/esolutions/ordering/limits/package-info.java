/** How many orders come from where before somebody is asked or refused. */
@NullMarked
package de.hypersoft.esolutions.ordering.limits;

import org.jspecify.annotations.NullMarked;
