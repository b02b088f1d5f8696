/** Style sheets and scripts, addressed by their content so that browsers may keep them. */
@NullMarked
package de.hypersoft.esolutions.portal.assets;

import org.jspecify.annotations.NullMarked;
