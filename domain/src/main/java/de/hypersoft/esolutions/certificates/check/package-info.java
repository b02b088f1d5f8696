/** Whether browsers take a certificate: its chain, its issuer, its names, its key; found and said as a report. */
@NullMarked
package de.hypersoft.esolutions.certificates.check;

import org.jspecify.annotations.NullMarked;
