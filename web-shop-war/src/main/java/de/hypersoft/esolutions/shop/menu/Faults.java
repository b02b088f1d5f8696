package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.pricing.SelectionRules;
import de.hypersoft.esolutions.shop.view.Page;
import de.hypersoft.esolutions.shop.view.RefusalWords;
import java.util.List;
import java.util.Map;

/** What is wrong with what was picked, each at its place. The rules name the first choice left out; here it is all. */
final class Faults {

    private static final String MISSING = "option-missing";

    private Faults() {}

    static List<ArticleView.Fault> of(
            Page page, Menu menu, Menu.Article article, Selection selection, Refusal refusal) {
        if (!refusal.code().equals(MISSING))
            return List.of(new ArticleView.Fault(place(refusal), RefusalWords.of(page, menu, refusal)));
        return SelectionRules.wrongCounts(menu, Picked.of(menu, article, selection)).stream()
                .filter(wrong -> wrong.code().equals(MISSING))
                .map(wrong -> new ArticleView.Fault(
                        ArticleView.Fault.in(wrong.group().id()), words(page, menu, wrong.group())))
                .toList();
    }

    private static String words(Page page, Menu menu, Menu.OptionGroup group) {
        return RefusalWords.of(page, menu, new Invalid(MISSING, "", "options", Map.of("group", group.id())));
    }

    /** Empty for what is about no field. */
    private static String place(Refusal refusal) {
        Object group = refusal.parameters().get("group");
        if (group != null) return ArticleView.Fault.in(group.toString());
        String field = refusal instanceof Invalid invalid ? invalid.field().replaceFirst(".*\\.", "") : "";
        return List.of("quantity", "note").contains(field) ? field : "";
    }
}
