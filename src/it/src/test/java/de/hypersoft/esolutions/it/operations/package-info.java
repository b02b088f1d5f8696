/** What is told to whoever runs an installation: metrics, alerts, a dashboard. */
@NullMarked
package de.hypersoft.esolutions.it.operations;

import org.jspecify.annotations.NullMarked;
