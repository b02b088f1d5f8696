/** What was measured, whether it was steady, how it is told and what it is held against. */
@NullMarked
package de.hypersoft.esolutions.bench.load.figures;

import org.jspecify.annotations.NullMarked;
