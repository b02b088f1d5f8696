/** What runs inside the server beside the product, for the measurement alone: plain answers, plain transactions. */
@NullMarked
package de.hypersoft.esolutions.bench.load.beside;

import org.jspecify.annotations.NullMarked;
