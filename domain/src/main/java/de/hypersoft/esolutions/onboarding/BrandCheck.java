package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.hostnames.DomainKind;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.identity.PortalUser;
import de.hypersoft.esolutions.identity.Role;
import de.hypersoft.esolutions.identity.UserRights;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.MailAddress;
import de.hypersoft.esolutions.pos.tills.Till;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the model about each part of a brand's file, and keeps every refusal. Where the model stops at the first member that
 * is wrong, that member is put right, and it is asked again.
 */
final class BrandCheck {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final TenantId NOBODY = new TenantId(new UUID(0, 0));
    private static final Map<String, Object> GOOD_BRAND = Map.of("name", "x", "colour", "#000000", "language", "de");
    private static final Map<String, Object> GOOD_LOCATION = Map.ofEntries(
            Map.entry("name", "x"),
            Map.entry("street", "x"),
            Map.entry("postcode", "10115"),
            Map.entry("city", "x"),
            Map.entry("country", "DE"),
            Map.entry("phone", "030 1"),
            Map.entry("legalName", "x"),
            Map.entry("imprint", ""),
            Map.entry("leadMinutes", 0),
            Map.entry("mailTo", "a@a.example"),
            Map.entry("secondContact", "a@a.example"),
            Map.entry("unclaimedAfterSeconds", 300),
            Map.entry("secondContactAfterSeconds", 7_201));

    private final BrandDocument document;
    private final List<Invalid> faults;
    private final Set<String> broken = new HashSet<>();

    /** @param shape what could not be read; nothing more is said of these places */
    BrandCheck(BrandDocument document, List<Invalid> shape) {
        this.document = document;
        this.faults = new ArrayList<>(shape);
        shape.forEach(fault -> broken.add(fault.field()));
    }

    List<Invalid> faults() {
        return faults;
    }

    /** The brand, its hosts and its locations. */
    void brand() {
        BrandDocument.Brand brand = document.brand();
        look(() -> DocumentPart.at("brand.slug", () -> Slug.check(brand.slug())));
        @Nullable Currency currency = currency(brand);
        members(
                brand,
                GOOD_BRAND,
                "brand",
                b -> DocumentPart.within(
                        "brand", () -> new Tenant("x", b.name(), EURO, b.colour(), b.language(), Instant.EPOCH)));
        for (int i = 0; i < document.hosts().size(); i++) host(document.hosts().get(i), "hosts[" + i + "]");
        Set<String> slugs = new HashSet<>();
        for (int i = 0; i < document.locations().size(); i++) {
            LocationParts parts = new LocationParts(document.locations().get(i), "locations[" + i + "]");
            String slug = parts.document().slug();
            String place = parts.place() + ".slug";
            look(() -> DocumentPart.at(place, () -> Slug.check(slug)));
            if (!slugs.add(slug)) add(new Invalid("slug-taken", "there is already a location " + slug, place));
            location(parts, currency);
        }
    }

    private @Nullable Currency currency(BrandDocument.Brand brand) {
        try {
            return DocumentPart.at("brand.currency", () -> Currency.getInstance(brand.currency()));
        } catch (Invalid refused) {
            add(refused);
            return null;
        }
    }

    private void host(BrandDocument.Host host, String place) {
        look(() -> DocumentPart.at(place + ".kind", () -> DomainKind.valueOf(host.kind())));
        if (plain(host.name())) look(() -> DocumentPart.at(place + ".name", () -> HostName.parse(host.name())));
    }

    private void location(LocationParts parts, @Nullable Currency currency) {
        look(parts::zone);
        look(parts::cutoff);
        some(parts.document().orderTypes(), parts.place() + ".orderTypes");
        for (int i = 0; i < parts.document().orderTypes().size(); i++) {
            int type = i;
            look(() -> parts.orderType(type));
        }
        members(parts.document(), GOOD_LOCATION, parts.place(), location -> {
            LocationDetails details = new LocationParts(location, parts.place())
                    .details(ZoneOffset.UTC, LocalTime.MIDNIGHT, Set.of(), LocationLimits.DEFAULT);
            DocumentPart.within(parts.place(), () -> new Location(NOBODY, "x", details, Instant.EPOCH));
            if (currency != null && location.country().equals(parts.document().country()))
                DocumentPart.at("brand.currency", () -> details.fits(currency));
        });
        for (int i = 0; i < parts.document().hours().size(); i++) hours(parts, i);
        Set<Postcode> served = new HashSet<>();
        for (int i = 0; i < parts.document().zones().size(); i++)
            zone(parts, i, currency == null ? EURO : currency, served);
        for (int i = 0; i < parts.document().tills().size(); i++)
            till(parts.document().tills().get(i), parts.place() + ".tills[" + i + "]");
    }

    private void hours(LocationParts parts, int i) {
        look(() -> parts.orderTypeOfHours(i));
        look(() -> parts.opens(i));
        look(() -> parts.closes(i));
        some(parts.document().hours().get(i).days(), parts.place() + ".hours[" + i + "].days");
        for (int d = 0; d < parts.document().hours().get(i).days().size(); d++) {
            int day = d;
            look(() -> parts.day(i, day));
        }
    }

    /** What holds for none is most likely forgotten, and is not to be had without a word. */
    private void some(List<String> named, String place) {
        if (named.isEmpty()) add(new Invalid("required", "name at least one", place));
    }

    /** @param served by the zones before; each postcode has the terms of one zone */
    private void zone(LocationParts parts, int i, Currency currency, Set<Postcode> served) {
        look(() -> parts.minimum(i, currency));
        look(() -> parts.fee(i, currency));
        look(() -> parts.freeFrom(i, currency));
        String place = parts.place() + ".zones[" + i + "].postcodes";
        some(parts.document().zones().get(i).postcodes(), place);
        for (int p = 0; p < parts.document().zones().get(i).postcodes().size(); p++) {
            int postcode = p;
            look(() -> once(parts.postcode(i, postcode), parts, place + "[" + postcode + "]", served));
        }
    }

    private static void once(String postcode, LocationParts parts, String place, Set<Postcode> served) {
        if (!served.add(Postcode.of(postcode, parts.document().country())))
            throw new Invalid("postcode-twice", postcode + " has terms already", place, Map.of("postcode", postcode));
    }

    private void till(BrandDocument.TillName till, String place) {
        look(() -> DocumentPart.at(place + ".kind", () -> Till.Kind.valueOf(till.kind())));
        look(() -> DocumentPart.at(place + ".name", () -> Till.called(till.name())));
    }

    /** Who is to manage it. */
    void people() {
        Set<String> logins = new HashSet<>();
        for (int i = 0; i < document.users().size(); i++) {
            BrandDocument.Person person = document.users().get(i);
            String place = "users[" + i + "]";
            look(() -> role(person, place));
            look(() -> DocumentPart.within(place, () -> UserRights.manager(person.name(), Scope.all(NOBODY))));
            look(() -> DocumentPart.at(place + ".login", () -> {
                String login = PortalUser.normal(person.login());
                if (!logins.add(login)) throw new Invalid("login-taken", "there is already a user " + login, "login");
            }));
            places(person, place);
            @Nullable String mail = person.mail();
            if (mail != null && !mail.isBlank() && plain(mail))
                look(() -> DocumentPart.at(place + ".mail", () -> MailAddress.parse(mail, "mail")));
        }
    }

    private static void role(BrandDocument.Person person, String place) {
        Role role = DocumentPart.at(place + ".role", () -> Role.valueOf(person.role()));
        if (role != Role.MANAGER)
            throw new Invalid("staff-by-file", "nobody becomes hosting staff by a file", place + ".role");
    }

    private void places(BrandDocument.Person person, String place) {
        if (person.locations().equals(List.of(BrandDocument.EVERYWHERE))) return;
        if (person.locations().isEmpty())
            add(new Invalid("no-location", "say which locations, or * for all of them", place + ".locations"));
        for (int i = 0; i < person.locations().size(); i++) {
            String slug = person.locations().get(i);
            if (document.locations().stream().noneMatch(l -> l.slug().equals(slug)))
                add(new Invalid(
                        "unknown-location", "the file has no location " + slug, place + ".locations[" + i + "]"));
        }
    }

    /** Anywhere but in a demo its file would be the key of the account for ever. */
    void passwords() {
        for (int i = 0; i < document.users().size(); i++)
            if (document.users().get(i).password() != null)
                add(new Invalid("password-in-file", "no password comes by a file", "users[" + i + "].password"));
    }

    /** International names are for the act: what they are in ASCII, a program at a till does not carry. */
    private static boolean plain(String name) {
        return name.chars().allMatch(c -> c < 0x80) && !name.contains("xn--");
    }

    private void look(Runnable part) {
        try {
            part.run();
        } catch (Invalid refused) {
            add(refused);
        }
    }

    /** @param good for each member a value that is not refused */
    private <T extends Record> void members(T part, Map<String, Object> good, String place, Consumer<T> ask) {
        Set<String> mended = new HashSet<>();
        T asked = part;
        for (boolean again = true; again; ) {
            again = false;
            try {
                ask.accept(asked);
            } catch (Invalid refused) {
                add(refused);
                String member = refused.field().substring(refused.field().lastIndexOf('.') + 1);
                if (refused.field().startsWith(place + ".") && good.containsKey(member) && mended.add(member)) {
                    asked = RecordReader.with(asked, member, good.get(member));
                    again = true;
                }
            }
        }
    }

    private void add(Invalid refused) {
        String at = refused.field();
        boolean unread = broken.stream().anyMatch(place -> within(at, place));
        boolean said =
                faults.stream().anyMatch(f -> f.field().equals(at) && f.code().equals(refused.code()));
        if (!unread && !said) faults.add(refused);
    }

    private static boolean within(String place, String outer) {
        return place.equals(outer) || place.startsWith(outer + ".") || place.startsWith(outer + "[");
    }
}
