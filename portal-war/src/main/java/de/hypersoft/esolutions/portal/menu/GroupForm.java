package de.hypersoft.esolutions.portal.menu;

import de.hypersoft.esolutions.catalog.document.CatalogDocument.Option;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.OptionGroup;
import de.hypersoft.esolutions.menu.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A group of options as it was typed. What the form does not show of an option stays as it was. */
final class GroupForm {

    /** Rows for further options that every form has. */
    static final int FURTHER = 3;

    private static final int MOST = 200;
    private static final int NO_NUMBER = -1;

    private GroupForm() {}

    static OptionGroup blank() {
        return new OptionGroup("", Map.of(), 0, 1, List.of());
    }

    static OptionGroup of(Typed typed, OptionGroup before) {
        Map<String, Option> known =
                before.options().stream().collect(Collectors.toMap(Option::id, option -> option, (one, other) -> one));
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < MOST && typed.form().containsKey("options." + i + ".id"); i++) {
            String row = "options." + i + ".";
            Option was = known.getOrDefault(
                    typed.one(row + "id"), new Option("", Map.of(), "", null, List.of(), List.of(), null));
            Option option = option(typed, row, was);
            boolean blank = was.id().isEmpty()
                    && option.name().isEmpty()
                    && typed.one(row + "price").isEmpty();
            if (!typed.ticked(row + "gone") && !blank) options.add(option);
        }
        return new OptionGroup(
                before.id(),
                typed.words("name", before.name()),
                typed.number("min", 0, NO_NUMBER),
                typed.number("max", 1, NO_NUMBER),
                options);
    }

    private static Option option(Typed typed, String row, Option was) {
        String price = typed.one(row + "price");
        String max = typed.one(row + "max");
        return new Option(
                was.id().isEmpty() ? Elements.fresh("o") : was.id(),
                typed.words(row + "name", was.name()),
                price.isEmpty() ? "0.00" : Typed.amount(price),
                was.articleId(),
                was.allergens(),
                was.optionGroups(),
                max.isEmpty() ? null : Integer.valueOf(typed.number(row + "max", 1, NO_NUMBER)));
    }
}
