package de.hypersoft.esolutions.it.handover;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Breadth-first through all worlds that can be reached, each visited once; the first breach found is a shortest one. */
final class Explorer {

    /** Takes what can happen next. */
    interface Sink {
        /** @param breach what rule of the handover this very step breaks, null for none */
        void step(Supplier<String> label, World next, @Nullable String breach);

        default void step(Supplier<String> label, World next) {
            step(label, next, null);
        }
    }

    /** What a breach looks like: the steps that lead to it, and the rule. */
    record Story(List<String> steps, String breach) {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < steps.size(); i++)
                text.append(i + 1).append(". ").append(steps.get(i)).append('\n');
            return text + "=> " + breach;
        }
    }

    private final Steps steps;
    private final Invariants invariants;
    private final Visited visited = new Visited();
    private final ArrayDeque<World> frontier = new ArrayDeque<>();
    private @Nullable Breach found;
    private long booked;
    private long doubledAfterWarning;
    private long bookedInSilence;

    private record Breach(int world, @Nullable String lastStep, String rule) {}

    Explorer(Rules rules) {
        this.steps = new Steps(rules);
        this.invariants = new Invariants(rules);
    }

    /** Visits everything, or stops at the first breach. */
    Optional<Story> explore() {
        reach(World.start(), -1, 0);
        for (int index = 0; found == null && !frontier.isEmpty(); index++) {
            World world = frontier.remove();
            int from = index;
            int[] ordinal = {0};
            steps.from(world, (label, next, breach) -> {
                if (found != null) return;
                if (breach != null) found = new Breach(from, label.get(), breach);
                else reach(next, from, ordinal[0]);
                ordinal[0]++;
            });
        }
        return Optional.ofNullable(found).map(this::story);
    }

    int worlds() {
        return visited.size();
    }

    long booked() {
        return booked;
    }

    /** Worlds in which an order is doubled, each after a warned move. */
    long doubledAfterWarning() {
        return doubledAfterWarning;
    }

    /** Of those, worlds with a booking on the portal's silence: the exception that the day-end match shows. */
    long bookedInSilence() {
        return bookedInSilence;
    }

    private void reach(World reached, int parent, int ordinal) {
        World world = reached.standsForMirrorImage() ? reached : reached.mirrored();
        if (!visited.add(world.key(), parent, ordinal)) return;
        frontier.add(world);
        String rule = invariants.broken(world);
        if (rule != null) found = new Breach(visited.size() - 1, null, rule);
        if (world.one().bookings() + world.two().bookings() > 0) booked++;
        if (Invariants.doubled(world)) {
            doubledAfterWarning++;
            if (world.one().word() == TillSide.Word.SILENCE || world.two().word() == TillSide.Word.SILENCE) {
                bookedInSilence++;
            }
        }
    }

    private Story story(Breach breach) {
        List<Integer> ordinals = new ArrayList<>();
        for (int at = breach.world(); visited.parent(at) >= 0; at = visited.parent(at))
            ordinals.add(visited.ordinal(at));
        Collections.reverse(ordinals);
        List<String> told = new ArrayList<>();
        World world = World.start();
        boolean mirrored = false;
        for (int wanted : ordinals) {
            List<World> next = new ArrayList<>();
            List<String> labels = new ArrayList<>();
            steps.from(world, (label, to, broken) -> {
                labels.add(label.get());
                next.add(to);
            });
            told.add(named(labels.get(wanted), mirrored));
            World reached = next.get(wanted);
            boolean kept = reached.standsForMirrorImage();
            world = kept ? reached : reached.mirrored();
            mirrored ^= !kept;
        }
        String last = breach.lastStep();
        if (last != null) told.add(named(last, mirrored));
        return new Story(told, named(breach.rule(), mirrored));
    }

    /** The tills keep their names through the story, whichever of two mirror images was followed. */
    private static String named(String text, boolean mirrored) {
        return mirrored
                ? text.replace("till 1", "till x").replace("till 2", "till 1").replace("till x", "till 2")
                : text;
    }
}
