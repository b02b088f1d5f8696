/** The handover: how an order reaches exactly one till, or a manager, exactly once. The rules are in handover terms:
 * claim, acknowledge, tick, untick, return, withdraw, refuse; each raises the fence but acknowledge. */
@NullMarked
package de.hypersoft.esolutions.pos;

import org.jspecify.annotations.NullMarked;
