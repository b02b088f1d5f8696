package de.hypersoft.esolutions.portal;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Finds all resources, pages and providers of this module by itself. */
@ApplicationPath("/")
public class PortalApplication extends Application {}
