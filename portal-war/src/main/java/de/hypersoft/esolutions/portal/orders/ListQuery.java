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
            return day.isBlank() ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    public String search() {
        return search.length() > 80 ? search.substring(0, 80) : search.strip();
    }

    public int page() {
        try {
            return Math.max(1, Math.min(10_000, Integer.parseInt(page)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
