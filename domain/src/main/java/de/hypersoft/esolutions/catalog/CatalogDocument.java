package de.hypersoft.esolutions.catalog;

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
    public record OptionGroup(String id, Map<String, String> name, int min, int max, List<Option> options) {}

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
            @Nullable Integer max) {}

    /**
     * @param prices deviating prices by order type
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
            List<String> allergens,
            List<String> additives,
            @Nullable String deposit,
            int minimumAge,
            @Nullable Content content,
            int sort,
            @Nullable String discountPercent,
            boolean sellable,
            List<Window> windows,
            List<String> marks) {}

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
