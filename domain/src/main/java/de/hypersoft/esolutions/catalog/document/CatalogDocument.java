package de.hypersoft.esolutions.catalog.document;

import de.hypersoft.esolutions.catalog.Allergen;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A location's catalogue as a till sends it (handover.md, {@code PUT /catalog} and {@code PATCH /catalog}) and as it is
 * stored. Amounts are bare decimal strings in the catalogue's currency. Nothing in it is checked but its shape.
 *
 * @param version the till's name for this state of its master data; opaque
 * @param baseVersion null for a full load; for an increment the version it builds on
 * @param removed only in an increment: what no longer exists
 */
public record CatalogDocument(
        String version,
        @Nullable String baseVersion,
        String currency,
        List<VatClass> vatClasses,
        List<Category> categories,
        List<Deposit> deposits,
        List<OptionGroup> optionGroups,
        List<Article> articles,
        Removed removed) {

    public record VatClass(String id, List<Rates> rates) {}

    /** @param from ISO date; @param onSite and takeAway in percent: {@code "7.00"} */
    public record Rates(String from, String onSite, String takeAway) {}

    public record Category(String id, Map<String, String> name, int sort) {}

    public record Deposit(String id, String amount, String kind) {}

    /** @param max pieces of all its options together; more than there are options means that some count several times */
    public record OptionGroup(String id, Map<String, String> name, int min, int max, List<Option> options) {

        public OptionGroup withOptions(List<Option> others) {
            return new OptionGroup(id, name, min, max, others);
        }
    }

    /**
     * @param optionGroups asked when this option is picked
     * @param max pieces of this option at most; null for as many as the group takes
     */
    public record Option(
            String id,
            Map<String, String> name,
            String price,
            @Nullable String articleId,
            List<String> allergens,
            List<String> optionGroups,
            @Nullable Integer max) {

        public Option withAllergens(List<String> codes) {
            return new Option(id, name, price, articleId, codes, optionGroups, max);
        }
    }

    /**
     * @param prices deviating prices by order type
     * @param allergens codes of {@link Allergen} once checked, before that as the till wrote them; empty when it says that
     *     there are none, null when it says nothing
     * @param discountPercent {@code "10.00"} or null
     * @param sellable false for an ingredient that is never sold by itself
     * @param marks optional: VEGAN, VEGETARIAN, SPICY, ALCOHOL; others are kept and not shown
     */
    public record Article(
            String id,
            @Nullable String category,
            Map<String, String> name,
            Map<String, String> description,
            String price,
            Map<String, String> prices,
            String vatClass,
            List<String> optionGroups,
            List<String> components,
            @Nullable List<String> allergens,
            List<String> additives,
            @Nullable String deposit,
            int minimumAge,
            @Nullable Content content,
            int sort,
            @Nullable String discountPercent,
            boolean sellable,
            List<Window> windows,
            List<String> marks) {

        /** Whether this is the other, but for where on the menu it stands. */
        public boolean sameDish(Article other) {
            return anywhere().equals(other.anywhere());
        }

        private Article anywhere() {
            return new Article(
                    id,
                    null,
                    name,
                    description,
                    price,
                    prices,
                    vatClass,
                    optionGroups,
                    components,
                    allergens,
                    additives,
                    deposit,
                    minimumAge,
                    content,
                    0,
                    discountPercent,
                    sellable,
                    windows,
                    marks);
        }

        public Article withAllergens(List<String> codes) {
            return new Article(
                    id,
                    category,
                    name,
                    description,
                    price,
                    prices,
                    vatClass,
                    optionGroups,
                    components,
                    codes,
                    additives,
                    deposit,
                    minimumAge,
                    content,
                    sort,
                    discountPercent,
                    sellable,
                    windows,
                    marks);
        }
    }

    /** @param unit {@code ml} or {@code g} */
    public record Content(int amount, String unit) {}

    /** @param days {@code MONDAY} and so on; empty for every day; @param from and until local times {@code "11:00"} */
    public record Window(List<String> days, String from, String until) {}

    public record Removed(
            List<String> articles,
            List<String> optionGroups,
            List<String> categories,
            List<String> deposits,
            List<String> vatClasses) {
        public static final Removed NOTHING = new Removed(List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
