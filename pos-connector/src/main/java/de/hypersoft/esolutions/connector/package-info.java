/** The till-side program: its commands, its settings and its start. */
@NullMarked
package de.hypersoft.esolutions.connector;

import org.jspecify.annotations.NullMarked;
