package de.hypersoft.esolutions.portal.sync;

import de.hypersoft.esolutions.sync.request.SyncProgress;
import de.hypersoft.esolutions.sync.request.SyncStage;
import java.util.ArrayList;
import java.util.List;

/** A requested sync as a row of steps, the way people follow it. */
public record SyncSteps(SyncProgress progress, List<Step> steps) {

    private static final List<String> WAY = List.of("asked", "answered", "loading", "checking", "published");

    /** @param state {@code done}, {@code now}, {@code next} or {@code failed} */
    public record Step(String key, String state) {}

    static SyncSteps of(SyncProgress progress) {
        int at = reached(progress);
        String there = !progress.stage().ended() ? "now" : arrived(progress.stage()) ? "done" : "failed";
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < WAY.size(); i++)
            steps.add(new Step(WAY.get(i), i < at ? "done" : i == at ? there : "next"));
        return new SyncSteps(progress, List.copyOf(steps));
    }

    public boolean running() {
        return !progress.stage().ended();
    }

    /** The colour of the outcome. */
    public String tone() {
        if (arrived(progress.stage())) return "ok";
        return progress.stage() == SyncStage.REFUSED ? "bad" : "warn";
    }

    /** Kilobytes, so that small loads do not show as nothing. */
    public long receivedKilobytes() {
        return (progress.received() + 1023) / 1024;
    }

    public long totalKilobytes() {
        return (progress.total() + 1023) / 1024;
    }

    public boolean hasReport() {
        boolean leftOut = progress.refused() > 0 || progress.stage() == SyncStage.REFUSED;
        return leftOut && !progress.version().isEmpty();
    }

    private static boolean arrived(SyncStage stage) {
        return stage == SyncStage.PUBLISHED || stage == SyncStage.UNCHANGED;
    }

    /** The step that is under way, or at which it ended. */
    private static int reached(SyncProgress progress) {
        return switch (progress.stage()) {
            case TILL_AWAY -> 0;
            case ASKED, SILENT -> 1;
            case ANSWERED, LOADING, NO_DATA -> 2;
            case CHECKING, HELD -> 3;
            case REFUSED -> progress.received() > 0 ? 3 : 2;
            case PUBLISHED, UNCHANGED -> 4;
        };
    }
}
