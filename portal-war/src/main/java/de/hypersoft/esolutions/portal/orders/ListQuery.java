package de.hypersoft.esolutions.portal.orders;

import de.hypersoft.esolutions.pos.board.HandoverViews;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the list is asked for, kept in the address. What cannot be read counts as not given. */
public class ListQuery {

    private static final int LONGEST = 80;

    @QueryParam("show")
    @DefaultValue("")
    private String show = "";

    @QueryParam("day")
    @DefaultValue("")
    private String day = "";

    @QueryParam("q")
    @DefaultValue("")
    private String search = "";

    @QueryParam("after")
    @DefaultValue("")
    private String after = "";

    /** What can be chosen to see. */
    public enum View {
        OPEN(OrderGroup.OPEN),
        UNBOOKED(EnumSet.of(OrderGroup.UNBOOKED)),
        TOO_OLD(EnumSet.of(OrderGroup.TOO_OLD)),
        OVERDUE(EnumSet.of(OrderGroup.OVERDUE)),
        WAITING(EnumSet.of(OrderGroup.WAITING)),
        RECEIPT_MISSING(EnumSet.of(OrderGroup.RECEIPT_MISSING)),
        IN_PROGRESS(EnumSet.of(OrderGroup.IN_PROGRESS)),
        DONE(EnumSet.of(OrderGroup.DONE)),
        ALL(OrderGroup.ALL);

        private final Set<OrderGroup> groups;

        View(Set<OrderGroup> groups) {
            this.groups = groups;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public View view() {
        try {
            return View.valueOf(constant());
        } catch (IllegalArgumentException e) {
            return View.OPEN;
        }
    }

    /** Words are looked for in all orders, whatever is chosen to see. */
    Set<OrderGroup> groups() {
        if (search().isEmpty()) return view().groups;
        return OrderGroup.FOUND.stream()
                .filter(group -> group.name().equals(constant()))
                .findFirst()
                .map(Set::of)
                .orElse(OrderGroup.FOUND);
    }

    public @Nullable LocalDate day() {
        try {
            return day.isBlank() ? null : sane(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** A day that a calendar on a wall could show; others cannot be turned into instants. */
    public static @Nullable LocalDate sane(LocalDate day) {
        return day.getYear() < 2000 || day.getYear() > 9999 ? null : day;
    }

    public String search() {
        String words = search.replace("\0", "").strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    /** More than words is asked for. */
    public boolean narrowed() {
        return view() != View.OPEN || day() != null;
    }

    /** What the page before ended with; only of one group alone. */
    public HandoverViews.@Nullable Key after() {
        if (groups().size() > 1) return null;
        String[] parts = after.split("\\.", 2);
        try {
            Instant at = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
            return new HandoverViews.Key(at, UUID.fromString(parts.length > 1 ? parts[1] : ""));
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** The address of a group alone, going on behind an order; from its beginning for null. */
    String address(OrderGroup group, HandoverViews.@Nullable Key behind) {
        UriBuilder address = UriBuilder.fromPath("/portal/orders").queryParam("show", group.key());
        if (day() != null) address.queryParam("day", "{day}").resolveTemplate("day", String.valueOf(day()));
        if (!search().isEmpty()) address.queryParam("q", "{q}").resolveTemplate("q", search());
        if (behind != null)
            address.queryParam(
                    "after", ChronoUnit.MICROS.between(Instant.EPOCH, behind.placedAt()) + "." + behind.order());
        return address.build().toString();
    }

    private String constant() {
        return show.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
