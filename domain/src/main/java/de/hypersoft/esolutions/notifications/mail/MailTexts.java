package de.hypersoft.esolutions.notifications.mail;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.WallTime;
import de.hypersoft.esolutions.kernel.text.StrangersLinks;
import de.hypersoft.esolutions.ordering.OrderDocument;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words of one language: German, or English when asked for. Times are the location's (T42). */
public final class MailTexts {

    private final Locale locale;
    private final ResourceBundle bundle;
    private final ZoneId zone;

    public MailTexts(String language, ZoneId zone) {
        this.locale = language.equals("en") ? Locale.UK : Locale.GERMANY;
        this.bundle = ResourceBundle.getBundle(
                "de.hypersoft.esolutions.notifications.mail.messages",
                locale,
                MailTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.zone = zone;
    }

    public String language() {
        return locale.getLanguage();
    }

    public String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** What a guest or a user typed, for readers whom they may not even know: nothing in it is a link. */
    public String typed(String words) {
        return StrangersLinks.defanged(words);
    }

    /** {@code 12,54 €} or {@code 12.54 €}. */
    public String money(Money amount) {
        return decimal(amount.decimal()) + " " + amount.currency().getSymbol(locale);
    }

    /** {@code 7,00} or {@code 7.00}. */
    public String decimal(String bare) {
        return locale.equals(Locale.GERMANY) ? bare.replace('.', ',') : bare;
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    public String time(@Nullable Instant at) {
        if (at == null) return say("asap");
        return toldApart(
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atZone(zone)),
                at);
    }

    /** {@code 7 min} or {@code 2 h 5 min}. */
    public String age(Duration age) {
        return age.toHours() == 0
                ? say("age.minutes", Long.toString(age.toMinutes()))
                : say("age.hours", Long.toString(age.toHours()), age.toMinutesPart());
    }

    /** The clock alone on the day of {@code around}, else with its date. */
    String clock(Instant at, Instant around) {
        boolean sameDay =
                at.atZone(zone).toLocalDate().equals(around.atZone(zone).toLocalDate());
        if (!sameDay) return time(at);
        return toldApart(
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atZone(zone)),
                at);
    }

    /** "Gewünscht für: ..." or "So bald wie möglich, gegen 20:16". */
    public String due(OrderDocument order) {
        if (order.fulfilAt() != null) return say("fulfil", time(order.fulfilAt()));
        return order.promisedAt() == null
                ? say("fulfil", say("asap"))
                : say("fulfil.asap", clock(order.promisedAt(), order.placedAt()));
    }

    /** The hour that comes twice in autumn gets a word. */
    private String toldApart(String words, Instant at) {
        return switch (WallTime.passing(at, zone)) {
            case ONLY -> words;
            case FIRST -> say("summer-time", words);
            case SECOND -> say("winter-time", words);
        };
    }
}
