package de.hypersoft.esolutions.ordering.cart;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.pricing.SelectionRules;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a cart. Immutable; every verb answers the next contents or refuses.
 *
 * @param removed the line taken out last, for undo
 * @param postcode where to deliver, empty while unknown; decides fee and minimum
 * @param ordered what became of the cart's last order, so that a repeated click is answered again
 */
public record CartContents(
        List<Line> lines,
        @Nullable Line removed,
        String postcode,
        @Nullable Ordered ordered) {

    private static final int MOST_OF_POSTCODE = 20;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    public static final CartContents EMPTY = new CartContents(List.of(), null, "", null);

    /** @param unitPrice what one piece cost when the guest put it in (T12) */
    public record Line(String id, Selection selection, Money unitPrice) {}

    /** The lines that were ordered under this idempotency key. */
    public record Ordered(String idempotencyKey, List<Line> lines) {}

    public CartContents {
        lines = List.copyOf(lines);
    }

    /** Adds to the line of the same kind, or as a new one; at most 99 of one article over all lines (T15). */
    public CartContents with(String newId, Selection selection, Money unitPrice) {
        List<Line> next = new ArrayList<>(lines);
        for (int i = 0; i < next.size(); i++) {
            Line known = next.get(i);
            if (!known.selection().sameKindAs(selection)) continue;
            int together = known.selection().quantity() + selection.quantity();
            next.set(i, new Line(known.id(), selection.times(together), unitPrice));
            return changed(next, null);
        }
        next.add(new Line(newId, selection, unitPrice));
        return changed(next, null);
    }

    CartContents withQuantity(String lineId, int quantity) {
        Line line = line(lineId);
        if (quantity == 0) return without(lineId);
        List<Line> next = new ArrayList<>(lines);
        next.set(next.indexOf(line), new Line(line.id(), line.selection().times(quantity), line.unitPrice()));
        return changed(next, null);
    }

    /** Another choice for this line, where it stands; next to a line of the same kind it joins that one. */
    CartContents replaced(String lineId, Selection selection, Money unitPrice) {
        Line line = line(lineId);
        boolean joins = lines.stream()
                .anyMatch(other -> other != line && other.selection().sameKindAs(selection));
        if (joins) return without(lineId).with(lineId, selection, unitPrice);
        List<Line> next = new ArrayList<>(lines);
        next.set(next.indexOf(line), new Line(lineId, selection, unitPrice));
        return changed(next, null);
    }

    CartContents without(String lineId) {
        Line line = line(lineId);
        return changed(lines.stream().filter(l -> l != line).toList(), line);
    }

    /** So many pieces fewer of a line, as far as it is still there. */
    CartContents fewer(String lineId, int pieces) {
        List<Line> next = new ArrayList<>();
        for (Line line : lines) {
            int left = line.selection().quantity() - (line.id().equals(lineId) ? pieces : 0);
            if (left > 0) next.add(new Line(line.id(), line.selection().times(left), line.unitPrice()));
        }
        return changed(next, null);
    }

    public CartContents restored() {
        if (removed == null) throw new Conflict("nothing-removed", "nothing was taken out of this cart");
        List<Line> next = new ArrayList<>(lines);
        next.add(removed);
        return changed(next, null);
    }

    /** Keeps it as it was written, cut off where no postcode is that long. */
    CartContents deliveredTo(String newPostcode) {
        String written = CONTROL.matcher(Postcode.written(newPostcode)).replaceAll("");
        return new CartContents(
                lines, removed, written.substring(0, Math.min(MOST_OF_POSTCODE, written.length())), ordered);
    }

    CartContents orderedAs(String idempotencyKey) {
        return new CartContents(List.of(), null, postcode, new Ordered(idempotencyKey, lines));
    }

    /** Only what is to be ordered: no notes, no postcode, nothing of before. */
    CartContents withoutWords() {
        return new CartContents(
                lines.stream()
                        .map(l -> new Line(l.id(), l.selection().withoutNote(), l.unitPrice()))
                        .toList(),
                null,
                "",
                null);
    }

    boolean wasOrderedAs(String idempotencyKey) {
        return ordered != null && ordered.idempotencyKey().equals(idempotencyKey);
    }

    /** The line of this kind, which is there after it was put in. */
    String lineOf(Selection selection) {
        return lines.stream()
                .filter(l -> l.selection().sameKindAs(selection))
                .map(Line::id)
                .findFirst()
                .orElseThrow();
    }

    boolean holds(String lineId) {
        return lines.stream().anyMatch(l -> l.id().equals(lineId));
    }

    public int pieces() {
        return lines.stream().mapToInt(l -> l.selection().quantity()).sum();
    }

    private Line line(String lineId) {
        return lines.stream()
                .filter(l -> l.id().equals(lineId))
                .findFirst()
                .orElseThrow(() -> new NotFound("unknown-line", "there is no line " + lineId + " in this cart"));
    }

    private CartContents changed(List<Line> next, @Nullable Line nowRemoved) {
        if (next.size() > SelectionRules.MOST_LINES)
            throw new Invalid(
                    "too-many-lines",
                    "a cart has at most 50 lines",
                    "lines",
                    Map.of("limit", SelectionRules.MOST_LINES));
        next.forEach(l -> checkQuantity(next, l.selection().articleId()));
        return new CartContents(next, nowRemoved, postcode, ordered);
    }

    private static void checkQuantity(List<Line> lines, String articleId) {
        int most = SelectionRules.MOST_OF_ONE_ARTICLE;
        long all = 0;
        for (Line line : lines) {
            int quantity = line.selection().quantity();
            if (line.selection().articleId().equals(articleId)) all += quantity < 1 ? most + 1 : quantity;
        }
        if (all > most)
            throw new Invalid(
                    "quantity-out-of-range",
                    "of one article 1 to 99 pieces can be ordered",
                    "quantity",
                    Map.of("limit", most, "article", articleId));
    }
}
