/** What a refusal looks like: problem+json for programs, a page for people. */
@NullMarked
package de.hypersoft.esolutions.portal.problems;

import org.jspecify.annotations.NullMarked;
