package de.hypersoft.esolutions.portal.layout;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.WallTime;
import de.hypersoft.esolutions.kernel.text.FileWords;
import de.hypersoft.esolutions.kernel.text.Formats;
import de.hypersoft.esolutions.portal.assets.PortalAssets;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import de.hypersoft.esolutions.web.asset.Icons;
import de.hypersoft.esolutions.web.page.Bundle;
import de.hypersoft.esolutions.web.page.Texts;
import gg.jte.Content;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every template is handed beside its own page: words, formats, who is signed in, the form token, and what stands
 * around the page.
 *
 * @param here the present path with its query, to come back to after switching language
 */
public record PageModel(
        Texts texts, @Nullable Caller caller, Session session, String here, Instant now, Surroundings around) {

    public static final Bundle TEXTS = Bundle.of(PageModel.class, "/de/hypersoft/esolutions/portal/messages")
            .and(FileWords.class, "files");

    /**
     * What stands around the page; empty while nobody is signed in.
     *
     * @param location the location that the page is limited to; empty for all
     * @param ofBrand whether the page is about a brand; else nothing was asked about tills, and nothing is said of them
     * @param paused of the locations that the page shows those that take no orders for now
     */
    public record Surroundings(
            String location, List<Choice> locations, boolean ofBrand, List<TillLight> tills, List<Paused> paused) {
        static final Surroundings NONE = new Surroundings("", List.of(), false, List.of(), List.of());
    }

    /** A location that takes no orders for now; whoever forgets it loses an evening. */
    public record Paused(String id, String name, ZoneId zone, Pause pause) {}

    /** Something to choose: its value in the address and its name. */
    public record Choice(String value, String name) {}

    /**
     * One till's health at a glance.
     *
     * @param refused it is there, and its calls are refused
     */
    public record TillLight(String name, boolean present, boolean refused, boolean emergency) {}

    /**
     * Whose forms these are.
     *
     * @param tag the same for all pages of a session
     * @param tokens a fresh one for each form
     */
    public record Session(String tag, Supplier<String> tokens) {}

    public String csrf() {
        return session.tokens().get();
    }

    public String text(String key, Object... values) {
        return texts.text(key, values);
    }

    public String word(String group, Object value) {
        return texts.word(group, value);
    }

    /** The word for a value that may have none yet. */
    public String orElse(String key, String otherwise) {
        return texts.orElse(key, otherwise);
    }

    public String refusal(String code, Map<String, Object> facts) {
        return texts.refusal(code, facts);
    }

    public String language() {
        return texts.language();
    }

    /**
     * What hosting staff has to do, said to hosting staff; everybody else reads what it means and whom to call, under the
     * same key with {@code .manager}, where there is such.
     */
    public String hosting(String key) {
        boolean staff = caller != null && caller.isStaff();
        return staff ? text(key) : texts.orElse(key + ".manager", texts.text(key));
    }

    /** 12,54 € in German, €12.54 in English. */
    public String money(Money amount) {
        return formats().money(amount);
    }

    /** The time of day; with the date when it is not today. */
    public String time(Instant at, ZoneId zone) {
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? formats().time(at, zone) : formats().shortDateTime(at, zone);
    }

    public String date(LocalDate date) {
        return formats().date(date);
    }

    public String seconds(Instant at, ZoneId zone) {
        return formats().seconds(at, zone);
    }

    /** The hour that comes twice in autumn gets a word. */
    public String toldApart(String words, WallTime.Passing passing) {
        return formats().toldApart(words, passing);
    }

    /** "gerade eben", "vor 3 min", "vor 2 h", "vor 4 Tagen". */
    public String ago(Instant at) {
        Duration age = Duration.between(at, now);
        if (age.toSeconds() < 60) return text("ago.now");
        if (age.toMinutes() < 60) return text("ago.minutes", age.toMinutes());
        if (age.toHours() < 48) return text("ago.hours", age.toHours());
        return text("ago.days", age.toDays());
    }

    /** "seit unter 1 min", "seit 3 min", "seit 2 h", "seit 4 Tagen": how long something stands as it stands. */
    public String since(Instant at) {
        Duration age = Duration.between(at, now);
        if (age.toMinutes() < 1) return text("since.now");
        if (age.toMinutes() < 60) return text("since.minutes", age.toMinutes());
        if (age.toHours() < 48) return text("since.hours", age.toHours());
        return text("since.days", age.toDays());
    }

    /** "3 min", "1 h 20 min": how long something waits already. */
    public String age(Instant since) {
        Duration age = Duration.between(since, now);
        if (age.toMinutes() < 1) return text("age.seconds", Math.max(0, age.toSeconds()));
        if (age.toHours() < 1) return text("age.minutes", age.toMinutes());
        if (age.toDays() < 2) return text("age.hours", age.toHours(), age.toMinutesPart());
        return text("age.days", age.toDays());
    }

    /** A link that keeps the chosen location. */
    public String link(String path) {
        if (around.location().isEmpty()) return path;
        return path + (path.contains("?") ? "&" : "?") + "location=" + around.location();
    }

    /** This address with another page number. */
    public String page(int number) {
        return UriBuilder.fromUri(here)
                .replaceQueryParam("page", number)
                .build()
                .toString();
    }

    /** A decimal number as people of the language write it. */
    public String decimal(String number) {
        return formats().decimal(number);
    }

    public Content icon(String name) {
        return Icons.of(name);
    }

    public String asset(String file) {
        return PortalAssets.address(file);
    }

    private Formats formats() {
        return Formats.in(language());
    }
}
