package de.hypersoft.esolutions.portal.layout;

import de.hypersoft.esolutions.identity.Caller;
import java.util.List;

/** The parts of the portal, in the order of the rail; on a phone the first four stand in the bar at the bottom. */
public record Sections(String key, String root, String icon, boolean onPhone, boolean staffOnly) {

    private static final List<Sections> ALL = List.of(
            new Sections("home", "/portal/", "layout-dashboard", true, false),
            new Sections("orders", "/portal/orders", "list-checks", true, false),
            new Sections("tills", "/portal/tills", "monitor", true, false),
            new Sections("sync", "/portal/sync", "refresh-cw", true, false),
            new Sections("domains", "/portal/domains", "globe", false, false),
            new Sections("mails", "/portal/mails", "mail", false, false),
            new Sections("days", "/portal/days", "calendar", false, false),
            new Sections("locations", "/portal/locations", "map-pin", false, false),
            new Sections("users", "/portal/users", "users", false, false),
            new Sections("audit", "/portal/audit", "history", false, false),
            new Sections("tenants", "/portal/tenants", "store", false, true));

    public static List<Sections> of(Caller caller) {
        return ALL.stream().filter(s -> caller.isStaff() || !s.staffOnly()).toList();
    }

    public static String root(String key) {
        return ALL.stream()
                .filter(s -> s.key().equals(key))
                .map(Sections::root)
                .findFirst()
                .orElse("/portal/");
    }
}
