package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.web.Utf8Bodies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.Provider;

/** The storefront API's JSON, letter by letter as it was sent. */
@Provider
@ApplicationScoped
public class TextBodies extends Utf8Bodies {}
