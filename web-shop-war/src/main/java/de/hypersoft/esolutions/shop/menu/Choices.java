package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.shop.guard.Form;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of a form's option fields, and the way back from what was sent to picks. A nested group counts only when
 * the option it belongs to was picked: without JavaScript its fields are on the page all the time.
 */
final class Choices {

    private Choices() {}

    static String field(Menu.OptionGroup group) {
        return "g." + group.id();
    }

    static String nestedField(Menu.OptionGroup group, Menu.Option option, Menu.OptionGroup nested) {
        return "n." + group.id() + "." + option.id() + "." + nested.id();
    }

    static List<Selection.Pick> picks(Menu menu, Menu.Article article, Form form) {
        Set<Selection.Pick> picks = new LinkedHashSet<>();
        for (Menu.OptionGroup group : menu.groupsOf(article)) {
            for (String optionId : chosen(form, field(group))) {
                picks.add(new Selection.Pick(group.id(), optionId));
                group.option(optionId).ifPresent(option -> {
                    for (Menu.OptionGroup nested : menu.groups(option.optionGroups()))
                        for (String id : chosen(form, nestedField(group, option, nested)))
                            picks.add(new Selection.Pick(nested.id(), id));
                });
            }
        }
        return new ArrayList<>(picks);
    }

    /** The empty value is "nothing, thank you". */
    private static List<String> chosen(Form form, String field) {
        return form.all(field).stream().filter(id -> !id.isEmpty()).toList();
    }
}
