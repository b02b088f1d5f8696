@NullMarked
package de.hypersoft.esolutions.sync.upload;

import org.jspecify.annotations.NullMarked;
