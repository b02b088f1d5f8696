/** The handover as a model: the production transition code of server and till, driven through every interleaving. */
@NullMarked
package de.hypersoft.esolutions.it.handover;

import org.jspecify.annotations.NullMarked;
