/** The storefront for programs: JSON under /api/v1. */
@NullMarked
package de.hypersoft.esolutions.shop.api;

import org.jspecify.annotations.NullMarked;
