package de.hypersoft.esolutions.portal.layout;

import de.hypersoft.esolutions.identity.Caller;
import java.util.List;

/** The parts of the portal, in the order of the rail; on a phone the first four stand in the bar at the bottom. */
public record Sections(String key, String root, String icon, boolean onPhone, Door door) {

    private static final List<Sections> ALL = List.of(
            new Sections("home", "/portal/", "layout-dashboard", true, Door.ALL),
            new Sections("orders", "/portal/orders", "list-checks", true, Door.ALL),
            new Sections("tills", "/portal/tills", "monitor", true, Door.ALL),
            new Sections("sync", "/portal/sync", "refresh-cw", true, Door.ALL),
            new Sections("domains", "/portal/domains", "globe", false, Door.ALL),
            new Sections("mails", "/portal/mails", "mail", false, Door.ALL),
            new Sections("days", "/portal/days", "calendar", false, Door.ALL),
            new Sections("locations", "/portal/locations", "map-pin", false, Door.ALL),
            new Sections("guests", "/portal/guests", "id-card", false, Door.ALL),
            new Sections("brand", "/portal/brand", "image", false, Door.WHOLE_TENANT),
            new Sections("users", "/portal/users", "users", false, Door.WHOLE_TENANT),
            new Sections("audit", "/portal/audit", "history", false, Door.WHOLE_TENANT),
            new Sections("tenants", "/portal/tenants", "store", false, Door.STAFF));

    /** Who finds something behind it: everybody, whoever is there for all locations of a tenant, or hosting staff. */
    public enum Door {
        ALL,
        WHOLE_TENANT,
        STAFF;

        boolean opensTo(Caller caller) {
            return switch (this) {
                case ALL -> true;
                case WHOLE_TENANT -> caller.seesWholeTenant();
                case STAFF -> caller.isStaff();
            };
        }
    }

    public static List<Sections> of(Caller caller) {
        return ALL.stream().filter(s -> s.door().opensTo(caller)).toList();
    }

    public static String root(String key) {
        return ALL.stream()
                .filter(s -> s.key().equals(key))
                .map(Sections::root)
                .findFirst()
                .orElse("/portal/");
    }
}
