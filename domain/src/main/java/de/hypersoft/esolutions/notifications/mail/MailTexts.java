package de.hypersoft.esolutions.notifications.mail;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.text.Formats;
import de.hypersoft.esolutions.kernel.text.StrangersLinks;
import de.hypersoft.esolutions.ordering.OrderDocument;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words of one language: German, or English when asked for. Times are the location's (T42). */
public final class MailTexts {

    private final Formats formats;
    private final ResourceBundle bundle;
    private final ZoneId zone;

    public MailTexts(String language, ZoneId zone) {
        this.formats = Formats.in(language);
        this.bundle = ResourceBundle.getBundle(
                "de.hypersoft.esolutions.notifications.mail.messages",
                formats.locale(),
                MailTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.zone = zone;
    }

    public String language() {
        return formats.locale().getLanguage();
    }

    public String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), formats.locale()).format(values);
    }

    /** What a guest or a user typed, for readers whom they may not even know: nothing in it is a link. */
    public String typed(String words) {
        return StrangersLinks.defanged(words);
    }

    public String money(Money amount) {
        return formats.money(amount);
    }

    public String decimal(String bare) {
        return formats.decimal(bare);
    }

    public String date(LocalDate date) {
        return formats.date(date);
    }

    public String time(@Nullable Instant at) {
        return at == null ? say("asap") : formats.dateTime(at, zone);
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
        return sameDay ? formats.time(at, zone) : time(at);
    }

    /** "Gewünscht für: ..." or "So bald wie möglich, gegen 20:16". */
    public String due(OrderDocument order) {
        if (order.fulfilAt() != null) return say("fulfil", time(order.fulfilAt()));
        return order.promisedAt() == null
                ? say("fulfil", say("asap"))
                : say("fulfil.asap", clock(order.promisedAt(), order.placedAt()));
    }
}
