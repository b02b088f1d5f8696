/** What a person does at the till: pair, load a catalogue, block an article, report an event, find out what is wrong. */
@NullMarked
package de.hypersoft.esolutions.connector.desk;

import org.jspecify.annotations.NullMarked;
