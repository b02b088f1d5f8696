package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.InvisibleCharacters;
import de.hypersoft.esolutions.kernel.text.MailAddress;
import de.hypersoft.esolutions.kernel.text.PhoneNumber;
import de.hypersoft.esolutions.kernel.text.StrangersLinks;
import de.hypersoft.esolutions.kernel.text.TypedText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who ordered. The kitchen needs a name, the driver a phone, the law a mail address for the confirmation (L16). All three
 * are empty once the guest was forgotten (T65).
 *
 * @param language ISO 639-1, "de" or "en"
 */
public record Guest(String name, String phone, String email, String language) {

    static final List<String> LANGUAGES = List.of("de", "en");

    private static final Pattern MAIL = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.-]{5,30}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public Guest {
        language = language.toLowerCase(Locale.ROOT).startsWith("en") ? "en" : "de";
        if (!name.isEmpty() || !phone.isEmpty() || !email.isEmpty()) {
            name = line(name, 1, 80, "guest.name");
            phone = line(PhoneNumber.of(phone).orElse(phone), 1, 30, "guest.phone");
            email = line(email, 1, 254, "guest.email");
            if (!PHONE.matcher(phone).matches())
                throw new Invalid("invalid-phone", "a phone number has 5 to 30 digits", "guest.phone");
            if (!MAIL.matcher(TypedText.plain(email)).matches())
                throw new Invalid("invalid-email", "no mail address", "guest.email");
        }
    }

    /** Who ordered is not known any more: its term was over, or the guest asked for it. The language stays. */
    public boolean forgotten() {
        return name.isEmpty();
    }

    /**
     * Who can be rung up and written to, as an order needs it now; what was ordered before stays readable.
     *
     * @throws Invalid {@code required}, {@code link-not-allowed}, {@code unseen-character}, {@code control-characters},
     *     {@code invalid-phone}, {@code invalid-email}, {@code international-mailbox}
     */
    public Guest reachable() {
        if (forgotten()) throw new Invalid("required", "guest.name is missing", "guest.name");
        unlinked(name, "guest.name");
        String number = PhoneNumber.of(phone)
                .orElseThrow(() -> new Invalid(
                        "invalid-phone", "a phone number has 5 digits and up to 30 characters", "guest.phone"));
        String mailbox = MailAddress.parse(email, "guest.email").written();
        if (number.equals(phone) && mailbox.equals(email)) return this;
        return new Guest(name, number, mailbox, language);
    }

    Guest in(String other) {
        return new Guest(name, phone, email, other);
    }

    /** Names of people and places are read by others, who shall find no link in them and nothing that turns the text round. */
    static String unlinked(String text, String field) {
        return StrangersLinks.refuse(InvisibleCharacters.refuse(text, field), field);
    }

    public static String line(String value, int min, int max, String field) {
        String text = value.strip();
        if (text.length() < min) throw new Invalid("required", field + " is missing", field);
        if (text.length() > max)
            throw new Invalid("too-long", field + " has more than " + max + " characters", field, Map.of("limit", max));
        if (CONTROL.matcher(text).find())
            throw new Invalid("control-characters", field + " holds control characters", field);
        return text;
    }
}
