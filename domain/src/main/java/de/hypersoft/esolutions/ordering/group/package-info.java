/** Orders that come at the same time, placed together. */
@NullMarked
package de.hypersoft.esolutions.ordering.group;

import org.jspecify.annotations.NullMarked;
