package de.hypersoft.esolutions.shop.checkout;

import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.shop.guard.Form;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the guest typed at the checkout, kept exactly as it was typed. Field names are those of the storefront API. */
public record CheckoutForm(Map<String, String> fields, String key, String expected) {

    private static final int MOST_KEPT = 300;
    public static final String NAME = "guest.name";
    public static final String PHONE = "guest.phone";
    public static final String EMAIL = "guest.email";
    public static final String STREET = "deliveryAddress.street";
    public static final String POSTCODE = "deliveryAddress.postcode";
    public static final String CITY = "deliveryAddress.city";
    public static final String DOOR = "deliveryAddress.note";
    public static final String FULFIL = "fulfilAt";
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    public static final String NOTE = "note";
    public static final String AGE = "age";
    static final List<String> ALL = List.of(NAME, PHONE, EMAIL, STREET, POSTCODE, CITY, DOOR, FULFIL, NOTE, AGE);

    public CheckoutForm {
        fields = Map.copyOf(fields);
    }

    /** A form opened anew with what was typed before; its key makes a second click the same order. */
    static CheckoutForm fresh(Map<String, String> words) {
        return new CheckoutForm(words, Secret.fresh().value(), "");
    }

    /** What is worth keeping of it. A declaration is made anew each time, so the age is not. */
    Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        fields.forEach((name, text) -> {
            if (!text.isEmpty() && !name.equals(AGE)) words.put(name, cut(text));
        });
        return words;
    }

    private static String cut(String text) {
        int end = text.offsetByCodePoints(0, Math.min(MOST_KEPT, text.codePointCount(0, text.length())));
        return text.substring(0, end);
    }

    static CheckoutForm of(Form form) {
        Map<String, String> fields = new TreeMap<>();
        for (String name : ALL) fields.put(name, form.text(name));
        return new CheckoutForm(fields, form.text("key"), form.text("expected"));
    }

    public String of(String field) {
        return fields.getOrDefault(field, "");
    }

    String postcode() {
        return Postcode.written(of(POSTCODE));
    }

    /** Empty for as soon as possible, or when it is no time at all; then no slot matches and the guest chooses again. */
    Optional<Instant> fulfilAt() {
        try {
            if (of(FULFIL).isEmpty()) return Optional.empty();
            Instant at = Instant.parse(of(FULFIL));
            return Optional.of(at.isAfter(Instant.EPOCH) && at.isBefore(LAST) ? at : Instant.EPOCH);
        } catch (DateTimeParseException e) {
            return Optional.of(Instant.EPOCH);
        }
    }
}
