package de.hypersoft.esolutions.shop.checkout;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.pricing.SelectionRules;
import de.hypersoft.esolutions.web.page.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Asks the model about every field, so that all errors show at once and not one after the other. */
final class EntryCheck {

    private final CheckoutForm entry;
    private final Texts texts;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private EntryCheck(CheckoutForm entry, Texts texts) {
        this.entry = entry;
        this.texts = texts;
    }

    /**
     * @param delivered refuses a postcode that is not delivered to; empty when nothing is to be delivered
     * @return a sentence by field, in the order of the page
     */
    static Map<String, String> errors(CheckoutForm entry, Optional<Consumer<String>> delivered, int age, Texts texts) {
        EntryCheck check = new EntryCheck(entry, texts);
        check.guest();
        delivered.ifPresent(check::address);
        check.ask(() -> SelectionRules.note(entry.of(CheckoutForm.NOTE), CheckoutForm.NOTE));
        if (age > 0 && entry.of(CheckoutForm.AGE).isEmpty())
            check.errors.put(CheckoutForm.AGE, texts.text("refusal.age", age));
        return check.errors;
    }

    /** What is wrong with the postcode alone, on which the fee depends; empty when nothing is. */
    static Map<String, String> postcode(CheckoutForm entry, Consumer<String> delivered, Texts texts) {
        EntryCheck check = new EntryCheck(entry, texts);
        check.postcode(delivered);
        return check.errors;
    }

    /** How many of these fields are missing and how many are wrong. No time at all is the soonest, so none is missing. */
    static String summary(CheckoutForm entry, Set<String> faulty, Texts texts) {
        long missing = faulty.stream()
                .filter(field ->
                        !field.equals(CheckoutForm.FULFIL) && entry.of(field).isBlank())
                .count();
        long wrong = faulty.size() - missing;
        if (wrong == 0) return texts.text("checkout.missing", missing);
        if (missing == 0) return texts.text("checkout.wrong", wrong);
        return texts.text("checkout.missing", missing) + "; " + texts.text("checkout.wrong-too", wrong);
    }

    static String words(Texts texts, Invalid refusal) {
        String exact = "refusal." + refusal.code() + "." + refusal.field();
        String key = texts.has(exact) ? exact : "refusal." + refusal.code();
        String words = texts.text(texts.has(key) ? key : "refusal.other");
        for (Map.Entry<String, Object> fact : refusal.parameters().entrySet())
            words = words.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        return words;
    }

    private void guest() {
        String goodPhone = "+49 30 123456";
        String goodMail = "a@example.org";
        ask(() -> new Guest(entry.of(CheckoutForm.NAME), goodPhone, goodMail, "de").reachable());
        ask(() -> new Guest("A", entry.of(CheckoutForm.PHONE), goodMail, "de").reachable());
        ask(() -> new Guest("A", goodPhone, entry.of(CheckoutForm.EMAIL), "de").reachable());
    }

    private void address(Consumer<String> delivered) {
        required(CheckoutForm.STREET);
        postcode(delivered);
        required(CheckoutForm.CITY);
    }

    private void postcode(Consumer<String> delivered) {
        required(CheckoutForm.POSTCODE);
        String postcode = entry.postcode();
        if (!postcode.isEmpty()) ask(() -> delivered.accept(postcode));
    }

    private void required(String field) {
        if (entry.of(field).isEmpty())
            ask(() -> {
                throw new Invalid("required", field + " is missing", field);
            });
    }

    private void ask(Runnable model) {
        try {
            model.run();
        } catch (Invalid e) {
            errors.putIfAbsent(e.field(), words(texts, e));
        }
    }
}
