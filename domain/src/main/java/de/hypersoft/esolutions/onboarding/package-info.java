/** A new customer in one step: brand, locations, hosts, people and tills from one document. Nobody depends on it. */
@NullMarked
package de.hypersoft.esolutions.onboarding;

import org.jspecify.annotations.NullMarked;
