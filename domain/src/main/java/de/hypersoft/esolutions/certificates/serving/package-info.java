/** What each node serves by SNI, and how it learns within seconds what another node activated. */
@NullMarked
package de.hypersoft.esolutions.certificates.serving;

import org.jspecify.annotations.NullMarked;
