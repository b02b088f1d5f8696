package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.figures.Result;
import de.hypersoft.esolutions.bench.load.figures.Steadiness;
import de.hypersoft.esolutions.bench.load.figures.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures one operation with so many clients, and what the machine could do in turns with it, so that a machine which
 * changes its pace is fair to both.
 */
final class Trial {

    private static final int STEADY_WINDOWS = 3;
    private static final double STEADY_WITHIN = 0.10;

    private final Plan.Pace pace;

    Trial(Plan.Pace pace) {
        this.pace = pace;
    }

    /** @param limit with its meaning in words; null where there is none */
    Result run(Operation operation, int clients, Measured ours, String limitWhat, @Nullable Measured limit)
            throws Exception {
        boolean steady = warm(ours);
        if (limit != null) steady &= warm(limit);
        List<Window> windows = new ArrayList<>();
        List<Window> limits = new ArrayList<>();
        for (int i = 0; i < pace.windows(); i++) {
            windows.add(ours.window(pace.seconds()));
            if (limit != null) limits.add(limit.window(pace.seconds()));
        }
        return Result.of(operation.id(), operation.what(), clients, windows, limitWhat, limits, steady);
    }

    /** Until the rate is steady, or for as long as may be. @return whether it is */
    private boolean warm(Measured measured) throws Exception {
        Steadiness steadiness = new Steadiness(STEADY_WINDOWS, STEADY_WITHIN);
        double warmed = 0;
        while (!steadiness.reached() && warmed < pace.warmMost()) {
            Window window = measured.window(pace.warmSeconds());
            steadiness.add(window.rate());
            warmed += Math.max(window.seconds(), pace.warmSeconds());
        }
        return steadiness.reached();
    }
}
