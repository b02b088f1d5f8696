package de.hypersoft.esolutions.portal.layout;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.portal.assets.Assets;
import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every template is handed beside its own page: words, formats, who is signed in, the form token, and what stands
 * around the page.
 *
 * @param here the present path with its query, to come back to after switching language
 */
public record Frame(Texts texts, @Nullable Caller caller, String csrf, String here, Instant now, Surroundings around) {

    /**
     * What stands around the page; empty while nobody is signed in.
     *
     * @param location the location that the page is limited to; empty for all
     */
    public record Surroundings(String location, List<Choice> locations, List<TillLight> tills, boolean testClock) {
        static final Surroundings NONE = new Surroundings("", List.of(), List.of(), false);
    }

    /** Something to choose: its value in the address and its name. */
    public record Choice(String value, String name) {}

    /** One till's health at a glance. */
    public record TillLight(String name, String location, boolean present, boolean emergency) {}

    public String text(String key, Object... values) {
        return texts.text(key, values);
    }

    public String word(String group, Object value) {
        return texts.word(group, value);
    }

    public String refusal(String code, Map<String, Object> facts) {
        return texts.refusal(code, facts);
    }

    public String language() {
        return texts.locale().getLanguage();
    }

    /** 12,54 € in German, €12.54 in English. */
    public String money(Money amount) {
        return Formats.money(amount, texts.locale());
    }

    public String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", texts.locale())
                .withZone(zone)
                .format(at);
    }

    public String dateTime(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(zone)
                .format(at);
    }

    /** "gerade eben", "vor 3 min", "vor 2 h", "vor 4 Tagen". */
    public String ago(Instant at) {
        Duration age = Duration.between(at, now);
        if (age.toSeconds() < 60) return text("ago.now");
        if (age.toMinutes() < 60) return text("ago.minutes", age.toMinutes());
        if (age.toHours() < 48) return text("ago.hours", age.toHours());
        return text("ago.days", age.toDays());
    }

    /** A link that keeps the chosen location. */
    public String link(String path) {
        return around.location().isEmpty() ? path : path + "?location=" + around.location();
    }

    public Content icon(String name) {
        return Icons.of(name);
    }

    public String asset(String file) {
        return Assets.address(file);
    }
}
