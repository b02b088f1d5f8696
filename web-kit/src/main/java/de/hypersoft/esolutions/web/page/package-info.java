/** Pages: a template of a web module, and what it shows. */
@NullMarked
package de.hypersoft.esolutions.web.page;

import org.jspecify.annotations.NullMarked;
