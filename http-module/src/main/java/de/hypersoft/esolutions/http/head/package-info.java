/** What the head of a request says, made such that the server behind can read it. */
@NullMarked
package de.hypersoft.esolutions.http.head;

import org.jspecify.annotations.NullMarked;
