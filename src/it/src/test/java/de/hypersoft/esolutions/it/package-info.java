/** System tests: the EAR that is shipped, on the server that is shipped, met over HTTP, mail and a till's process. */
@NullMarked
package de.hypersoft.esolutions.it;

import org.jspecify.annotations.NullMarked;
