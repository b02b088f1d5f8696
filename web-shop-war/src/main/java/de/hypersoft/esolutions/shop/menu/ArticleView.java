package de.hypersoft.esolutions.shop.menu;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article with everything that can be chosen about it, ready to be shown.
 *
 * @param price of one piece; with the cheapest of what must be chosen, and "ab" before it, when that makes a difference
 * @param minor price of one piece without options in minor units, from which a script adds up
 * @param picture where it is, or empty
 * @param part what leads back to the part of a large menu that has it, or empty
 * @param line of the cart that is changed, or empty
 * @param declared whether anything is said about allergens, be it that there are none
 * @param faults what is wrong with the last try
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
        boolean declared,
        List<String> allergens,
        List<String> additives,
        List<Group> groups,
        int quantity,
        String note,
        String line,
        String part,
        List<Fault> faults) {

    /** What is wrong at a place; empty for nothing. */
    public String fault(String place) {
        return faults.stream()
                .filter(f -> f.place().equals(place))
                .map(Fault::words)
                .findFirst()
                .orElse("");
    }

    /**
     * @param field name of its fields in the form, unique on the page
     * @param single one piece at most
     * @param hint "bitte wählen", "bis zu 3"
     * @param open whether it matters for the price what is chosen, and something must be
     * @param untouched nothing of it was picked
     */
    public record Group(
            String field,
            String name,
            String hint,
            boolean forced,
            boolean single,
            int min,
            int max,
            boolean open,
            boolean untouched,
            List<Option> options) {}

    /**
     * @param price with its sign, empty when it costs nothing
     * @param least minor units that one piece adds, with the cheapest of what it asks in turn
     * @param minimumAge of the article it stands for, or 0
     * @param otherTime that the article it stands for is not served now, or empty
     * @param counter name of the field for its number of pieces; empty for one that is taken or not
     * @param most pieces that can be taken
     * @param pieces that were picked
     * @param fresh it was asked for once more and waits to be chosen
     * @param again what asks for it once more with other choices, or null where that cannot be
     */
    public record Option(
            String id,
            String name,
            String price,
            long minor,
            long least,
            String allergens,
            String away,
            int minimumAge,
            String otherTime,
            String counter,
            int most,
            int pieces,
            boolean fresh,
            @Nullable Again again,
            List<Group> nested) {}

    /**
     * One option once more with other choices.
     *
     * @param place of the option, which {@link Choices#AGAIN} sends
     */
    public record Again(String place, String words) {}

    /** @param place "quantity", "note", what {@link #in} says, or empty */
    public record Fault(String place, String words) {

        /** The place of a group, by the name of its fields. */
        public static String in(String field) {
            return "group:" + field;
        }
    }
}
