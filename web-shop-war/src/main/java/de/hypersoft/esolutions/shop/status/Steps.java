package de.hypersoft.esolutions.shop.status;

import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands, honestly: "the restaurant has it" only after a till's acknowledgement or a manager's tick, or
 * when the restaurant itself reported something later.
 *
 * @param waitingSince since when nobody has taken it; null when somebody has
 * @param doubt why nobody can say that the kitchen has it, whatever else is true
 */
record Steps(
        OrderStatus status,
        OrderType type,
        boolean restaurantHasIt,
        @Nullable Instant waitingSince,
        HandoverViews.Doubt doubt,
        Instant now) {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(5);
    /** So long after the promised time a kitchen may still be about to finish. */
    private static final Duration LATE = Duration.ofMinutes(15);

    /** So long before its time nothing is being cooked. */
    private static final Duration EARLY = Duration.ofHours(2);

    /** After the promised time, nothing that was reported before is believed any more. */
    private static final Duration FORGOTTEN = Duration.ofHours(2);

    /** Some tills play through an order at once: what is wanted hours later is not cooked yet, whatever they report. */
    static OrderStatus believed(OrderStatus reported, @Nullable Instant wanted, Instant now) {
        boolean early = wanted != null && now.isBefore(wanted.minus(EARLY));
        boolean cooking = reported == OrderStatus.PREPARING || reported == OrderStatus.READY;
        return early && cooking ? OrderStatus.ACCEPTED : reported;
    }

    /** Key of the sentence that is true now: {@code status.<this>}. */
    String sentence() {
        return switch (status) {
            case PLACED -> doubt != HandoverViews.Doubt.NONE ? doubt.name() : has() ? "RECEIVED" : reaching();
            case READY -> "READY." + type;
            case COMPLETED -> "COMPLETED." + type;
            default -> status.name();
        };
    }

    /** Whether the restaurant had it, and has not said for hours after its promise what became of it. */
    boolean forgotten(@Nullable Instant promised) {
        boolean counted = status != OrderStatus.PLACED || doubt == HandoverViews.Doubt.NONE;
        return promised != null && has() && counted && !status.isTerminal() && now.isAfter(promised.plus(FORGOTTEN));
    }

    /** Whether the promised time has passed and the food is, as far as anybody has said, not ready. */
    boolean late(@Nullable Instant promised) {
        boolean cooking =
                switch (status) {
                    case PLACED -> has() && doubt == HandoverViews.Doubt.NONE;
                    case ACCEPTED, PREPARING -> true;
                    default -> false;
                };
        return promised != null && cooking && now.isAfter(promised.plus(LATE));
    }

    String mood() {
        return switch (status) {
            case REJECTED, CANCELLED -> "bad";
            case PLACED ->
                doubt == HandoverViews.Doubt.NONE && (has() || waited().compareTo(SOON) < 0) ? "info" : "warn";
            default -> "ok";
        };
    }

    List<StatusView.Step> list(ShopPage page, Instant placedAt) {
        if (status == OrderStatus.REJECTED || status == OrderStatus.CANCELLED) return List.of();
        int reached = reached();
        List<StatusView.Step> steps = new ArrayList<>();
        List<String> names = List.of("placed", "received", "accepted", "preparing", "ready." + type);
        for (int i = 0; i < names.size(); i++) {
            boolean done = i < reached || status == OrderStatus.COMPLETED;
            String state = done ? "done" : i == reached ? "now" : "open";
            steps.add(new StatusView.Step(page.t("step." + names.get(i)), state, i == 0 ? page.moment(placedAt) : ""));
        }
        return steps;
    }

    /** The number of the step that is true now; the ones before it are done. */
    private int reached() {
        return switch (status) {
            case PLACED -> has() ? 1 : 0;
            case ACCEPTED -> 2;
            case PREPARING -> 3;
            default -> 4;
        };
    }

    private boolean has() {
        return restaurantHasIt || status != OrderStatus.PLACED;
    }

    private String reaching() {
        if (waited().compareTo(SOON) < 0) return "SENDING";
        return waited().compareTo(LONG) < 0 ? "REACHING" : "AWAY";
    }

    private Duration waited() {
        return waitingSince == null ? Duration.ZERO : Duration.between(waitingSince, now);
    }
}
