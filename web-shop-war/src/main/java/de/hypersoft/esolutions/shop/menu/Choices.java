package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.pricing.SelectionRules;
import de.hypersoft.esolutions.shop.guard.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of a form's option fields, and the way back from what was sent to picks. A field is named by its place in
 * the tree, {@code group/option/group}; no id holds a slash or a tilde. A nested group counts only when the option it
 * belongs to was picked: without JavaScript its fields are on the page all the time.
 */
final class Choices {

    /** Names the button for one option once more with other choices; its value is the place of the option. */
    static final String AGAIN = "again";

    private final Menu menu;
    private final Form form;

    private Choices(Menu menu, Form form) {
        this.menu = menu;
        this.form = form;
    }

    /** Of the checkboxes or radio buttons of a group. */
    static String field(String place) {
        return "g." + place;
    }

    /** Of the number of pieces of an option. */
    static String pieces(String optionPlace) {
        return "q." + optionPlace;
    }

    /** @param nth from 1: the same option may be there several times, each with choices of its own */
    static String place(String groupPlace, Menu.Option option, int nth) {
        return groupPlace + "/" + option.id() + (nth == 1 ? "" : "~" + nth);
    }

    static String place(String optionPlace, Menu.OptionGroup group) {
        return optionPlace + "/" + group.id();
    }

    /** Where on the page a group stands of which too few or too many were picked. */
    static String field(Picked picked, SelectionRules.WrongCount wrong) {
        List<Picked.Node> beside = picked.nodes();
        String place = "";
        for (Picked.Node node : wrong.at()) {
            int nth = 0;
            for (Picked.Node other : beside) {
                if (other.group() == node.group() && other.option() == node.option()) nth++;
                if (other == node) break;
            }
            place += place(node.group().id(), node.option(), nth) + "/";
            beside = node.nodes();
        }
        return field(place + wrong.group().id());
    }

    static List<Selection.Pick> picks(Menu menu, Menu.Article article, Form form) {
        List<Selection.Pick> picks = new ArrayList<>();
        for (Menu.OptionGroup group : menu.groupsOf(article)) new Choices(menu, form).add(group, group.id(), picks);
        return picks;
    }

    private void add(Menu.OptionGroup group, String place, List<Selection.Pick> picks) {
        List<String> ticked = new ArrayList<>(form.all(field(place)).stream()
                .filter(id -> !id.isEmpty()) // "nothing, thank you"
                .distinct()
                .toList());
        for (Menu.Option option : group.options()) {
            boolean once = ticked.remove(option.id());
            for (int nth = 1; nth <= SelectionRules.MOST_OF_ONE_ARTICLE; nth++) {
                String optionPlace = place(place, option, nth);
                boolean counted = !form.all(pieces(optionPlace)).isEmpty();
                if (!counted && nth > 1) break;
                int pieces = counted ? number(pieces(optionPlace)) : once ? 1 : 0;
                if (pieces != 0) picks.add(pick(group, option, pieces, optionPlace));
            }
        }
        ticked.forEach(unknown -> picks.add(new Selection.Pick(group.id(), unknown)));
    }

    private Selection.Pick pick(Menu.OptionGroup group, Menu.Option option, int pieces, String optionPlace) {
        List<Selection.Pick> below = new ArrayList<>();
        for (Menu.OptionGroup nested : menu.groups(option.optionGroups()))
            add(nested, place(optionPlace, nested), below);
        return new Selection.Pick(group.id(), option.id(), pieces, below);
    }

    /** An empty field is none; what is no number is refused as one out of range. */
    private int number(String field) {
        return form.text(field).isEmpty() ? 0 : form.number(field, -1);
    }
}
