package de.hypersoft.esolutions.tenancy;

import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All locations, their hours and zones. Every look-up from outside names the tenant too (T49). */
@ApplicationScoped
@Transactional
public class Locations {

    private static final String OWN = "(select l.id from Location l where l.tenant = :tenant)";

    private final EntityManager entities;

    @Inject
    public Locations(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Location location) {
        entities.persist(location);
    }

    public Location get(LocationId id) {
        Location found = entities.find(Location.class, id.value());
        if (found == null) throw new UnknownLocation(id.toString());
        return found;
    }

    public Location get(TenantId tenant, LocationId id) {
        Location found = get(id);
        if (!found.tenant().equals(tenant)) throw new UnknownLocation(id.toString());
        return found;
    }

    public Location get(TenantId tenant, String slug) {
        return find(tenant, slug).orElseThrow(() -> new UnknownLocation(slug));
    }

    public Optional<Location> find(TenantId tenant, String slug) {
        return entities.createQuery(
                        "select l from Location l where l.tenant = :tenant and l.slug = :slug", Location.class)
                .setParameter("tenant", tenant.value())
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    public List<Location> of(TenantId tenant) {
        return entities.createQuery("select l from Location l where l.tenant = :tenant order by l.name", Location.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /** Of all tenants, by name. */
    public List<Location> all() {
        return entities.createQuery("select l from Location l order by l.name, l.id", Location.class)
                .getResultList();
    }

    /** The windows of all locations of a tenant, in one query. */
    public Map<LocationId, List<OpeningWindow.Span>> windowsOf(TenantId tenant) {
        return entities.createQuery("select w from OpeningWindow w where w.location in " + OWN, OpeningWindow.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        OpeningWindow::location, Collectors.mapping(OpeningWindow::span, Collectors.toList())));
    }

    /** The zones of all locations of a tenant by postcode, in one query. */
    public Map<LocationId, List<DeliveryZone>> zonesOf(TenantId tenant) {
        return entities.createQuery(
                        "select z from DeliveryZone z where z.location in " + OWN + " order by z.postcode",
                        DeliveryZone.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .collect(Collectors.groupingBy(DeliveryZone::location));
    }

    public OpeningHours hours(Location location) {
        return hours(location.view());
    }

    OpeningHours hours(LocationView location) {
        List<OpeningWindow.Span> spans = entities.createQuery(
                        "select w from OpeningWindow w where w.location = :location", OpeningWindow.class)
                .setParameter("location", location.id().value())
                .getResultStream()
                .map(OpeningWindow::span)
                .toList();
        return new OpeningHours(location.zone(), spans, location.pause());
    }

    /** What a location waits for before it wants to be told. */
    public enum Patience {
        UNCLAIMED("unclaimedAfterSeconds"),
        SECOND_CONTACT("secondContactAfterSeconds"),
        UNBOOKED("bookedWithinSeconds");

        private final String attribute;

        Patience(String attribute) {
            this.attribute = attribute;
        }
    }

    /** How many seconds any location waits, each number once; there are few, as most leave what is given. */
    public List<Integer> patience(Patience of) {
        return entities.createQuery("select distinct l." + of.attribute + " from Location l", Integer.class)
                .getResultList();
    }

    /** A location within what the caller may touch; all others are not found (T49). */
    public Location get(Scope scope, LocationId id) {
        Location location = get(scope.tenant(), id);
        if (!scope.covers(location.tenant(), id)) throw new UnknownLocation(id.toString());
        return location;
    }

    /** Says that what stands beside the location's own row has changed: whoever keeps a copy of it reads it again. */
    private void revise(LocationId location) {
        entities.createNativeQuery("update tenancy.location set revision = revision + 1 where id = :id")
                .setParameter("id", location.value())
                .executeUpdate();
    }

    /** Replaces the weekly windows that hold for every order type; all others stay. */
    public void scheduleWeekly(LocationId location, List<OpeningWindow> windows) {
        entities.createQuery("delete from OpeningWindow w where w.location = :location and w.weekday is not null"
                        + " and w.orderType is null")
                .setParameter("location", location.value())
                .executeUpdate();
        windows.forEach(entities::persist);
        revise(location);
    }

    /** Replaces the windows of one date and one order type; null is for every order type. */
    public void replaceDay(LocationId location, LocalDate date, @Nullable OrderType type, List<OpeningWindow> windows) {
        entities.createQuery("delete from OpeningWindow w where w.location = :location and w.date = :date"
                        + " and w.orderType is not distinct from :type")
                .setParameter("location", location.value())
                .setParameter("date", date)
                .setParameter("type", type)
                .executeUpdate();
        windows.forEach(entities::persist);
        revise(location);
    }

    /** Replaces what was said about these postcodes, in whatever spelling. */
    public void replaceZones(Location location, Set<String> postcodes, List<DeliveryZone> zones) {
        Set<Postcode> gone = postcodes.stream()
                .map(code -> Postcode.of(code, location.country()))
                .collect(Collectors.toSet());
        zones(location.id())
                .filter(zone -> gone.contains(Postcode.of(zone.postcode(), location.country())))
                .toList()
                .forEach(entities::remove);
        entities.flush(); // the new ones may be spelled like those that go
        zones.forEach(entities::persist);
        revise(location.id());
    }

    /** Replaces the windows of every week, for whichever order types; those of single dates stay. */
    public void scheduleWeeks(LocationId location, List<OpeningWindow> windows) {
        entities.createQuery("delete from OpeningWindow w where w.location = :location and w.weekday is not null")
                .setParameter("location", location.value())
                .executeUpdate();
        windows.forEach(entities::persist);
        revise(location);
    }

    public List<DeliveryZone.Terms> zones(LocationId location, Currency currency) {
        return zones(location).map(z -> z.terms(currency)).toList();
    }

    private Stream<DeliveryZone> zones(LocationId location) {
        return entities.createQuery(
                        "select z from DeliveryZone z where z.location = :location order by z.postcode",
                        DeliveryZone.class)
                .setParameter("location", location.value())
                .getResultStream();
    }

    /** Replaces all zones at once. */
    public void deliverTo(LocationId location, List<DeliveryZone> zones) {
        entities.createQuery("delete from DeliveryZone z where z.location = :location")
                .setParameter("location", location.value())
                .executeUpdate();
        zones.forEach(entities::persist);
        revise(location);
    }

    /** No such location, or another tenant's. */
    public static final class UnknownLocation extends NotFound {
        public UnknownLocation(String given) {
            super("unknown-location", "there is no location " + given);
        }
    }
}
