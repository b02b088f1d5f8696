package de.hypersoft.esolutions.pricing;

import java.util.List;

/**
 * What a guest wants of one article, before any price: the article, how many, the picked options and a note to the
 * kitchen. Picks of a nested group stand beside those of the article; group ids tell them apart.
 *
 * @param quantity 1 to 99
 */
public record Selection(String articleId, int quantity, List<Pick> picks, String note) {

    public Selection {
        picks = List.copyOf(picks);
    }

    public record Pick(String groupId, String optionId) {}

    /** Same article, same options, same note: two such selections are one line. */
    public boolean sameKindAs(Selection other) {
        return articleId.equals(other.articleId) && note.equals(other.note) && picks.equals(other.picks);
    }

    public Selection times(int newQuantity) {
        return new Selection(articleId, newQuantity, picks, note);
    }
}
