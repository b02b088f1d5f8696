package de.hypersoft.esolutions.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Whether what must be chosen can still be chosen: enough pieces of what is left, however deep the options hang. Each
 * group is looked at once. Pure.
 */
public final class Choosable {

    private final Menu menu;
    private final ToIntFunction<String> left;
    private final Map<String, Boolean> groups = new HashMap<>();

    /** @param left portions of an article by its id, 0 when it cannot be had */
    public Choosable(Menu menu, ToIntFunction<String> left) {
        this.menu = menu;
        this.left = left;
    }

    /** Whether something, of which these groups are asked, can be had. */
    public boolean all(List<String> asked) {
        return menu.groups(asked).stream().allMatch(this::enough);
    }

    /** Whether an option can be picked: it is there, and so is enough of what it asks in turn. */
    public boolean option(Menu.Option option) {
        return portions(option) > 0 && all(option.optionGroups());
    }

    /** How many pieces of an option a group takes and the kitchen has. */
    public int most(Menu.OptionGroup group, Menu.Option option) {
        return option(option) ? Math.min(group.mostOf(option), portions(option)) : 0;
    }

    private int portions(Menu.Option option) {
        return option.articleId() == null ? Integer.MAX_VALUE : left.applyAsInt(option.articleId());
    }

    private boolean enough(Menu.OptionGroup group) {
        if (!group.forced()) return true;
        Boolean known = groups.get(group.id());
        if (known != null) return known;
        groups.put(group.id(), true); // a menu without circles never meets it half done
        int pieces = 0;
        for (Menu.Option option : group.options()) if (pieces < group.min()) pieces += most(group, option);
        boolean enough = pieces >= group.min();
        groups.put(group.id(), enough);
        return enough;
    }
}
