package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Refusal;
import java.time.Instant;
import java.util.Map;

/** A refusal as a sentence for the guest: {@code refusal.<code>}, its facts put in by name, articles by their name. */
public final class RefusalWords {

    private RefusalWords() {}

    public static String of(ShopPage page, Menu menu, Refusal refusal) {
        String words = page.t(key(page, refusal));
        for (Map.Entry<String, Object> fact : refusal.parameters().entrySet())
            words = words.replace("{" + fact.getKey() + "}", fact(page, menu, fact.getKey(), fact.getValue()));
        return words;
    }

    /** What ends at a known time has words of its own, which tell it. */
    private static String key(ShopPage page, Refusal refusal) {
        String key = "refusal." + refusal.code();
        if (refusal.parameters().containsKey("until") && page.texts().has(key + "-until")) return key + "-until";
        return page.texts().has(key) ? key : "refusal.other";
    }

    private static String fact(ShopPage page, Menu menu, String name, Object value) {
        if (value instanceof Money money) return page.money(money);
        String text = value.toString();
        if (name.equals("until")) return page.moment(Instant.parse(text));
        if (name.equals("article"))
            return menu.article(text).map(a -> a.name().in(page.language())).orElse(text);
        if (name.equals("group")) {
            Menu.OptionGroup group = menu.optionGroups().get(text);
            return group == null ? text : group.name().in(page.language());
        }
        return text;
    }
}
