/** Files of menus that a person has brought: they wait, are looked at, and are taken over like a till's load. */
@NullMarked
package de.hypersoft.esolutions.sync.upload;

import org.jspecify.annotations.NullMarked;
