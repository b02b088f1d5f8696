package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.web.Utf8Bodies;
import jakarta.ws.rs.ext.Provider;

/** The tills' JSON, letter by letter as it was sent. */
@Provider
public class TextBodies extends Utf8Bodies {}
