/** For how long guests can be told from their orders: what is due is forgotten, what one guest asks for is found, handed out, erased. */
@NullMarked
package de.hypersoft.esolutions.retention;

import org.jspecify.annotations.NullMarked;
