/** What is wrong, odd or missing in a load of master data, each cause said once. */
@NullMarked
package de.hypersoft.esolutions.sync.check;

import org.jspecify.annotations.NullMarked;
