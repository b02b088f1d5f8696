package de.hypersoft.esolutions.portal.orders;

import de.hypersoft.esolutions.pos.OrderBoard;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the list is asked for, kept in the address. What cannot be read counts as not given. */
public class ListQuery {

    @QueryParam("show")
    @DefaultValue("open")
    private String show = "open";

    @QueryParam("day")
    @DefaultValue("")
    private String day = "";

    @QueryParam("q")
    @DefaultValue("")
    private String search = "";

    @QueryParam("page")
    @DefaultValue("1")
    private String page = "1";

    public OrderBoard.Show show() {
        try {
            return OrderBoard.Show.valueOf(show.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            return OrderBoard.Show.OPEN;
        }
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
        String words = search.replace("\0", "");
        return words.length() > 80 ? words.substring(0, 80) : words.strip();
    }

    public int page() {
        try {
            return Math.max(1, Math.min(10_000, Integer.parseInt(page)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
