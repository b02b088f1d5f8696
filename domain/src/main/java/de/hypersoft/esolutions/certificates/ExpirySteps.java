package de.hypersoft.esolutions.certificates;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When people are warned that a certificate ends: at 33, 20 and 10 percent of its lifetime left and 30, 14, 7, 3, 1 and 0
 * days before its end. One list, oldest first; of two steps within a day the earlier one stays, and days that would come
 * before a third of the lifetime is left say nothing, for then every certificate is young.
 */
final class ExpirySteps {

    private static final int[] PERCENT = {33, 20, 10};
    private static final int[] PERCENT_AUTOMATIC = {20, 10};
    private static final int[] DAYS = {30, 14, 7, 3, 1, 0};

    private final List<Instant> steps;

    private ExpirySteps(List<Instant> steps) {
        this.steps = List.copyOf(steps);
    }

    static ExpirySteps of(Instant notBefore, Instant notAfter) {
        return of(notBefore, notAfter, PERCENT);
    }

    /** Of a certificate that renews itself with a third of its lifetime left: people are told only when that failed. */
    static ExpirySteps ofAutomatic(Instant notBefore, Instant notAfter) {
        return of(notBefore, notAfter, PERCENT_AUTOMATIC);
    }

    private static ExpirySteps of(Instant notBefore, Instant notAfter, int[] percents) {
        Duration life = Duration.between(notBefore, notAfter);
        List<Instant> all = new ArrayList<>();
        for (int percent : percents)
            all.add(notAfter.minus(life.multipliedBy(percent).dividedBy(100)));
        Instant first = all.get(0);
        for (int days : DAYS) all.add(notAfter.minus(Duration.ofDays(days)));
        all.removeIf(step -> step.isBefore(first));
        all.sort(Comparator.naturalOrder());
        List<Instant> kept = new ArrayList<>();
        for (Instant step : all) {
            boolean near =
                    !kept.isEmpty() && step.isBefore(kept.get(kept.size() - 1).plus(Duration.ofDays(1)));
            if (!near) kept.add(step);
        }
        return new ExpirySteps(kept);
    }

    List<Instant> all() {
        return steps;
    }

    /** Null behind the last one. */
    @Nullable
    Instant at(int step) {
        return step < steps.size() ? steps.get(step) : null;
    }

    /** The newest step that has come; -1 before the first. */
    int reached(Instant now) {
        int reached = -1;
        while (reached + 1 < steps.size() && !steps.get(reached + 1).isAfter(now)) reached++;
        return reached;
    }
}
