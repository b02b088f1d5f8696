package de.hypersoft.esolutions.portal.menu;

import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import java.util.List;

/** The locations whose menus there are. */
public final class MenuLocations {

    private MenuLocations() {}

    public record Shown(List<VisibleLocations.Site> sites) {}
}
