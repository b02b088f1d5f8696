/** What both web modules put before everything else: the right connection for a host, and bodies that end. */
@NullMarked
package de.hypersoft.esolutions.web;

import org.jspecify.annotations.NullMarked;
