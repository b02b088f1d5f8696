package de.hypersoft.esolutions.shop.menu;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article with everything that can be chosen about it, ready to be shown.
 *
 * @param minor price of one piece without options in minor units, from which a script adds up
 * @param picture where it is, or empty
 * @param fault what is wrong with the last try, or null
 */
public record ArticleView(
        String id,
        String type,
        String name,
        String description,
        String price,
        long minor,
        String currency,
        String smallPrint,
        String away,
        String otherTime,
        int minimumAge,
        List<Mark> marks,
        String picture,
        List<String> allergens,
        List<String> additives,
        List<Group> groups,
        int quantity,
        String note,
        @Nullable Fault fault) {

    /**
     * @param field name of its fields in the form
     * @param single one choice at most
     * @param hint "bitte wählen", "bis zu 3"
     */
    public record Group(
            String id,
            String field,
            String name,
            String hint,
            boolean forced,
            boolean single,
            int min,
            int max,
            List<Option> options) {}

    /** @param price with its sign, empty when it costs nothing */
    public record Option(
            String id,
            String name,
            String price,
            long minor,
            String allergens,
            String away,
            boolean picked,
            List<Group> nested) {}

    /** @param group id of the group it is about, or empty */
    public record Fault(String group, String words) {

        public boolean about(String groupId) {
            return group.equals(groupId);
        }
    }
}
