package de.hypersoft.esolutions.portal.layout;

import de.hypersoft.esolutions.identity.Caller;
import java.util.List;

/** The parts of the portal, in the order of the rail; on a phone the first four stand in the bar at the bottom. */
public record Navigation(String key, String root, String icon, boolean onPhone, Door door) {

    private static final List<Navigation> ALL = List.of(
            new Navigation("home", "/portal/", "layout-dashboard", true, Door.ALL),
            new Navigation("orders", "/portal/orders", "list-checks", true, Door.ALL),
            new Navigation("tills", "/portal/tills", "monitor", true, Door.ALL),
            new Navigation("sync", "/portal/sync", "refresh-cw", true, Door.ALL),
            new Navigation("menu", "/portal/menu", "utensils", false, Door.ALL),
            new Navigation("domains", "/portal/domains", "globe", false, Door.ALL),
            new Navigation("mails", "/portal/mails", "mail", false, Door.ALL),
            new Navigation("days", "/portal/days", "calendar", false, Door.ALL),
            new Navigation("reports", "/portal/reports", "chart-column", false, Door.ALL),
            new Navigation("locations", "/portal/locations", "map-pin", false, Door.ALL),
            new Navigation("guests", "/portal/guests", "id-card", false, Door.ALL),
            new Navigation("brand", "/portal/brand", "image", false, Door.WHOLE_TENANT),
            new Navigation("users", "/portal/users", "users", false, Door.WHOLE_TENANT),
            new Navigation("audit", "/portal/audit", "history", false, Door.WHOLE_TENANT),
            new Navigation("tenants", "/portal/tenants", "store", false, Door.STAFF));

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

    public static List<Navigation> of(Caller caller) {
        return ALL.stream().filter(s -> s.door().opensTo(caller)).toList();
    }

    public static String root(String key) {
        return ALL.stream()
                .filter(s -> s.key().equals(key))
                .map(Navigation::root)
                .findFirst()
                .orElse("/portal/");
    }
}
