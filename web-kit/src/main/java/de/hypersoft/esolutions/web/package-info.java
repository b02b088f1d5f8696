/** What both web modules need of a connection: the right one for a host, cookies, forms of our own, pages that listen. */
@NullMarked
package de.hypersoft.esolutions.web;

import org.jspecify.annotations.NullMarked;
