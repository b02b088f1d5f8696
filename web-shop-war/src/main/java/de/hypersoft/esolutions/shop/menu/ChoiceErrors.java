package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.pricing.SelectionRules;
import de.hypersoft.esolutions.shop.view.RefusalWords;
import de.hypersoft.esolutions.shop.view.ShopPage;
import java.util.List;
import java.util.Map;

/** What is wrong with what was picked, each at its place. The rules name the first wrong choice; here it is all. */
final class ChoiceErrors {

    private ChoiceErrors() {}

    static List<ArticleView.Fault> of(
            ShopPage page, Menu menu, Menu.Article article, Selection selection, Refusal refusal) {
        Picked picked = Picked.of(menu, article, selection);
        List<SelectionRules.WrongCount> counts = SelectionRules.wrongCounts(menu, picked);
        if (counts.stream().noneMatch(wrong -> wrong.code().equals(refusal.code())))
            return List.of(new ArticleView.Fault(place(refusal), RefusalWords.of(page, menu, refusal)));
        return counts.stream()
                .map(wrong -> new ArticleView.Fault(
                        ArticleView.Fault.in(Choices.field(picked, wrong)), words(page, menu, wrong)))
                .toList();
    }

    private static String words(ShopPage page, Menu menu, SelectionRules.WrongCount wrong) {
        Menu.Option option = wrong.option();
        int max = option == null ? wrong.group().max() : option.max();
        return RefusalWords.of(
                page,
                menu,
                new Invalid(
                        wrong.code(),
                        "",
                        "options",
                        Map.of("group", wrong.group().id(), "max", max)));
    }

    /** Empty for what is about no field. */
    private static String place(Refusal refusal) {
        String field = refusal instanceof Invalid invalid ? invalid.field().replaceFirst(".*\\.", "") : "";
        return refusal.code().equals("option-quantity-out-of-range")
                        || !List.of("quantity", "note").contains(field)
                ? ""
                : field;
    }
}
