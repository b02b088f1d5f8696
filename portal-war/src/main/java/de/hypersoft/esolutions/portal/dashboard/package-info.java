/** The first page: is anything waiting, is every till there, does mail work. */
@NullMarked
package de.hypersoft.esolutions.portal.dashboard;

import org.jspecify.annotations.NullMarked;
