package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.shop.guard.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of a form's option fields, and the way back from what was sent to picks. A nested group counts only when
 * the option it belongs to was picked: without JavaScript its fields are on the page all the time. A slash is in no id.
 */
final class Choices {

    private final Menu menu;
    private final Form form;

    private Choices(Menu menu, Form form) {
        this.menu = menu;
        this.form = form;
    }

    /** Where a group is asked that the article asks. */
    static String field(Menu.OptionGroup group) {
        return "g." + group.id();
    }

    /** Where a group is asked that an option asks, which stands in the group of the outer field. */
    static String field(String outer, Menu.Option option, Menu.OptionGroup group) {
        return outer + "/" + option.id() + "/" + group.id();
    }

    static List<Selection.Pick> picks(Menu menu, Menu.Article article, Form form) {
        List<Selection.Pick> picks = new ArrayList<>();
        for (Menu.OptionGroup group : menu.groupsOf(article)) new Choices(menu, form).add(group, field(group), picks);
        return picks;
    }

    private void add(Menu.OptionGroup group, String field, List<Selection.Pick> picks) {
        for (String id : form.all(field).stream().distinct().toList()) {
            if (id.isEmpty()) continue; // "nothing, thank you"
            List<Selection.Pick> below = new ArrayList<>();
            group.option(id).ifPresent(option -> {
                for (Menu.OptionGroup nested : menu.groups(option.optionGroups()))
                    add(nested, field(field, option, nested), below);
            });
            picks.add(new Selection.Pick(group.id(), id, 1, below));
        }
    }
}
