/** Style sheets, scripts and icons: each under an address that names its content, so that browsers may keep it. */
@NullMarked
package de.hypersoft.esolutions.web.asset;

import org.jspecify.annotations.NullMarked;
