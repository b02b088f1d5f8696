package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.catalog.AllergenWords;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Option;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.OptionGroup;
import java.util.List;
import java.util.stream.IntStream;

/** Turns what a till calls an allergen into codes; what nobody knows is refused by its name, and never left out. */
final class AllergenCheck {

    private final AllergenWords words;
    private final CatalogErrors faults;

    AllergenCheck(AllergenWords words, CatalogErrors faults) {
        this.words = words;
        this.faults = faults;
    }

    /** The same catalogue, with codes only. */
    CatalogDocument coded(CatalogDocument document) {
        return new CatalogDocument(
                document.version(),
                document.baseVersion(),
                document.currency(),
                document.vatClasses(),
                document.categories(),
                document.deposits(),
                document.optionGroups().stream().map(this::coded).toList(),
                document.articles().stream().map(this::coded).toList(),
                document.removed());
    }

    private Article coded(Article article) {
        List<String> sent = article.allergens();
        if (sent == null || sent.isEmpty()) return article;
        return article.withAllergens(
                codes(sent, faults.of("article", article.id()).in("/allergens")));
    }

    private OptionGroup coded(OptionGroup group) {
        if (group.options().stream().allMatch(o -> o.allergens().isEmpty())) return group;
        CatalogErrors.Of of = faults.of("optionGroup", group.id());
        List<Option> options = group.options();
        return group.withOptions(IntStream.range(0, options.size())
                .mapToObj(i -> coded(options.get(i), of.in("/options/" + i + "/allergens")))
                .toList());
    }

    private Option coded(Option option, CatalogErrors.Of of) {
        return option.allergens().isEmpty() ? option : option.withAllergens(codes(option.allergens(), of));
    }

    private List<String> codes(List<String> sent, CatalogErrors.Of of) {
        AllergenWords.Read read = words.read(sent);
        for (String word : read.unknown()) {
            if (AllergenWords.isCardLetter(word))
                of.add(
                        "",
                        "ambiguous-allergen",
                        "»" + word + "« means one allergen on one card and another on the next; write its code, like"
                                + " MILK, or say in the portal what it means here");
            else
                of.add(
                        "",
                        "unknown-allergen",
                        "»" + word + "« is no known allergen; write its code, like MILK, or say in the portal what it"
                                + " means here");
        }
        return read.codes();
    }
}
