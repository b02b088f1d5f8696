package de.hypersoft.esolutions.portal.orders;

import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order's history.
 *
 * @param text key of the sentence
 * @param saidAt the till's own time, shown beside the time of receipt; null when it said none
 */
public record OrderHistoryLine(
        Instant at,
        String text,
        String who,
        String detail,
        @Nullable Instant saidAt) {

    /** Moves and the till's reports in the order in which they came in. */
    static List<OrderHistoryLine> of(HandoverViews.Sheet sheet) {
        List<OrderHistoryLine> entries = new ArrayList<>();
        for (HandoverViews.Step step : sheet.history())
            entries.add(new OrderHistoryLine(step.at(), "move." + step.move(), person(step), step.detail(), null));
        for (HandoverViews.Reported event : sheet.events())
            entries.add(new OrderHistoryLine(
                    event.receivedAt(),
                    "event." + event.type(),
                    "",
                    event.reason() == null ? "" : event.reason(),
                    event.at()));
        entries.sort(Comparator.comparing(OrderHistoryLine::at));
        return entries;
    }

    /** The detail in the reader's language; what a person wrote stays as it is. */
    public String said(PageModel model) {
        if (text.equals("move.RELEASE")) return model.text("sheet.till-was-revoked");
        if (!text.equals("move.REFUSE")) return detail;
        String[] parts = detail.split(": ", 2);
        String why = model.texts().orElse("till-refusal." + parts[0], model.text("till-refusal.other"));
        return parts.length < 2 || parts[1].isBlank() ? why : why + ": " + parts[1];
    }

    private static String person(HandoverViews.Step step) {
        boolean named = "USER".equals(step.actorKind()) || "TILL".equals(step.actorKind());
        return named ? step.actor() : "";
    }
}
