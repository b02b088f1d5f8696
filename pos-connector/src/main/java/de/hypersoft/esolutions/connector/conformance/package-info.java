/** Whether a program that speaks the tills' wire keeps the rules of the handover, judged by what is seen of it. */
@NullMarked
package de.hypersoft.esolutions.connector.conformance;

import org.jspecify.annotations.NullMarked;
