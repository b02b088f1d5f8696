package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Refusal;
import java.util.Map;

/** A refusal as a sentence for the guest: {@code refusal.<code>}, its facts put in by name, articles by their name. */
public final class RefusalWords {

    private RefusalWords() {}

    public static String of(Page page, Menu menu, Refusal refusal) {
        String key = "refusal." + refusal.code();
        String words = page.t(page.texts().has(key) ? key : "refusal.other");
        for (Map.Entry<String, Object> fact : refusal.parameters().entrySet())
            words = words.replace("{" + fact.getKey() + "}", fact(page, menu, fact.getKey(), fact.getValue()));
        return words;
    }

    private static String fact(Page page, Menu menu, String name, Object value) {
        if (value instanceof Money money) return page.money(money);
        String text = value.toString();
        if (name.equals("article"))
            return menu.article(text).map(a -> a.name().in(page.language())).orElse(text);
        if (name.equals("group")) {
            Menu.OptionGroup group = menu.optionGroups().get(text);
            return group == null ? text : group.name().in(page.language());
        }
        return text;
    }
}
