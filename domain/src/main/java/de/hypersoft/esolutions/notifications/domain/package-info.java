/** What is written about domains and certificates. */
@NullMarked
package de.hypersoft.esolutions.notifications.domain;

import org.jspecify.annotations.NullMarked;
