/** What a file of a customer holds: opened within bounds of processor time and memory, whatever made it. */
@NullMarked
package de.hypersoft.esolutions.certificates.pfx;

import org.jspecify.annotations.NullMarked;
