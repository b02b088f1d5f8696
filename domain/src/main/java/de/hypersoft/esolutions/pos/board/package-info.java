/** What managers see and decide of all orders: lists, progress, overdue ones, emergency mode. */
@NullMarked
package de.hypersoft.esolutions.pos.board;

import org.jspecify.annotations.NullMarked;
