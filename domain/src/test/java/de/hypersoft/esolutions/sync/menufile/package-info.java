@NullMarked
package de.hypersoft.esolutions.sync.menufile;

import org.jspecify.annotations.NullMarked;
