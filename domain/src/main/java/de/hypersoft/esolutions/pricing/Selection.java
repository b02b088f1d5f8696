package de.hypersoft.esolutions.pricing;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a guest wants of one article, before any price: the article, how many, the picked options and a note to the
 * kitchen. The picks are a tree: what an option asks in turn hangs below it. {@link Picked} holds it against a menu and
 * also reads picks of clients that let all of them stand beside each other.
 *
 * @param quantity 1 to 99
 */
public record Selection(String articleId, int quantity, List<Pick> picks, String note) {

    public Selection {
        picks = List.copyOf(picks);
    }

    /**
     * One option of one group.
     *
     * @param quantity pieces of it for one piece of what it hangs on, 1 to 99
     * @param picks what was picked in the groups that the option asks, for each of its pieces
     */
    public record Pick(String groupId, String optionId, int quantity, List<Pick> picks) {

        public Pick {
            picks = List.copyOf(picks);
        }

        /** One piece of an option that asks nothing. */
        public Pick(String groupId, String optionId) {
            this(groupId, optionId, 1, List.of());
        }

        /** Carts stored before picks counted have neither quantity nor picks of their own. */
        @JsonbCreator
        public static Pick stored(
                @JsonbProperty("groupId") String groupId,
                @JsonbProperty("optionId") String optionId,
                @JsonbProperty("quantity") @Nullable Integer quantity,
                @JsonbProperty("picks") @Nullable List<Pick> picks) {
            return new Pick(groupId, optionId, quantity == null ? 1 : quantity, picks == null ? List.of() : picks);
        }
    }

    /** Same article, same options, same note: two such selections are one line. */
    public boolean sameKindAs(Selection other) {
        return articleId.equals(other.articleId) && note.equals(other.note) && picks.equals(other.picks);
    }

    public Selection withoutNote() {
        return new Selection(articleId, quantity, picks, "");
    }

    public Selection times(int newQuantity) {
        return new Selection(articleId, newQuantity, picks, note);
    }
}
