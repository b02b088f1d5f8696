/** Menus as other programs and spreadsheets write them: from bytes to a catalogue and back, without a rule of its own. */
@NullMarked
package de.hypersoft.esolutions.sync.menufile;

import org.jspecify.annotations.NullMarked;
