/** Pages the law asks for, per location. */
@NullMarked
package de.hypersoft.esolutions.shop.legal;

import org.jspecify.annotations.NullMarked;
