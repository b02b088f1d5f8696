/** Text from outside: addresses, phones, names, JSON; read strictly and without surprises. */
@NullMarked
package de.hypersoft.esolutions.kernel.text;

import org.jspecify.annotations.NullMarked;
