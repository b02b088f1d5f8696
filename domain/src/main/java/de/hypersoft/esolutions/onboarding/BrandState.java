package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.hostnames.ShopDomains;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.pos.tills.ManageTills;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that a file can say about a brand, as it is now: each value under its place. */
@ApplicationScoped
class BrandState {

    private final Locations locations;
    private final ManageTills tills;
    private final ShopDomains hosts;
    private final Users users;

    @Inject
    BrandState(Locations locations, ManageTills tills, ShopDomains hosts, Users users) {
        this.locations = locations;
        this.tills = tills;
        this.hosts = hosts;
        this.users = users;
    }

    /** @param things places of what can be there or not: locations, tills, hosts */
    record Picture(Map<String, String> values, Set<String> things, Set<String> logins) {}

    public Picture of(Tenant tenant) {
        Map<String, String> values = new TreeMap<>();
        Set<String> things = new TreeSet<>();
        values.put("brand.name", tenant.name());
        values.put("brand.colour", tenant.brandColour());
        values.put("brand.language", tenant.defaultLanguage());
        Map<Object, String> slugs = new java.util.HashMap<>();
        for (Location location : locations.of(tenant.id())) {
            slugs.put(location.id(), location.slug());
            things.add(location(location.slug()));
            details(location, values);
            String zones = location(location.slug()) + ".zones[";
            for (DeliveryZone.Terms terms : locations.zones(location.id(), tenant.currency()))
                values.put(zones + terms.postcode() + "]", text(terms));
        }
        for (ManageTills.View till : tills.tills(Scope.all(tenant.id()))) {
            String place = till(slugs.getOrDefault(till.location(), ""), till.name());
            things.add(place);
            values.put(place, till.headOffice() ? "HEAD_OFFICE" : till.receivesOrders() ? "CONTROL_TILL" : "TILL");
        }
        for (String host : hosts.of(tenant.id())) {
            things.add(host(host));
            values.put(host(host), host);
        }
        return new Picture(values, things, users.logins(tenant.id()));
    }

    static String location(String slug) {
        return "locations[" + slug + "]";
    }

    static String till(String location, String name) {
        return location(location) + ".tills[" + name + "]";
    }

    static String host(String name) {
        return "hosts[" + name + "]";
    }

    private void details(Location location, Map<String, String> values) {
        String place = location(location.slug()) + ".";
        LocationDetails is = location.details();
        values.put(place + "name", is.name());
        values.put(place + "street", is.street());
        values.put(place + "postcode", is.postcode());
        values.put(place + "city", is.city());
        values.put(place + "country", is.country());
        values.put(place + "phone", is.phone());
        values.put(place + "legalName", is.legalName());
        values.put(place + "imprint", is.imprint());
        values.put(place + "timeZone", is.zone().getId());
        values.put(place + "cutoff", is.cutoff().toString());
        values.put(place + "orderTypes", new TreeSet<>(is.orderTypes()).toString());
        values.put(place + "leadMinutes", String.valueOf(is.leadMinutes()));
        values.put(place + "mailTo", is.mailTo());
        values.put(place + "secondContact", is.secondContact() == null ? "" : is.secondContact());
        values.put(
                place + "unclaimedAfterSeconds",
                String.valueOf(is.unclaimedAfter().toSeconds()));
        values.put(
                place + "secondContactAfterSeconds",
                String.valueOf(is.secondContactAfter().toSeconds()));
        Map<String, Set<String>> days = locations.hours(location).spans().stream()
                .filter(span -> span.weekday() != null)
                .collect(Collectors.groupingBy(
                        span -> String.valueOf(span.weekday()),
                        Collectors.mapping(BrandState::text, Collectors.toCollection(TreeSet::new))));
        days.forEach((day, spans) -> values.put(place + "hours[" + day + "]", String.join(", ", spans)));
    }

    private static String text(OpeningWindow.Span span) {
        return span.opens() + "-" + span.closes() + (span.type() == null ? "" : " " + span.type());
    }

    private static String text(DeliveryZone.Terms terms) {
        return terms.minimum() + " / " + terms.fee() + (terms.freeFrom() == null ? "" : " / " + terms.freeFrom())
                + (terms.leadMinutes() == null ? "" : " / " + terms.leadMinutes() + " min");
    }
}
