/** Renders pages: templates, texts, icons, static files, the brand colour. */
@NullMarked
package de.hypersoft.esolutions.shop.view;

import org.jspecify.annotations.NullMarked;
