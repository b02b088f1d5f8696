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

    private static final int AT_ONCE = 500;

    private final Steps steps;
    private final Invariants invariants;
    private final Visited visited = new Visited();
    private final ArrayDeque<World> frontier = new ArrayDeque<>();
    private @Nullable Breach found;
    private long booked;
    private long doubledAfterWarning;
    private long bookedInSilence;

    /** Where a step leads, or which rule it breaks; of two mirror images the one that stands for both. */
    private static final class Next {
        final Supplier<String> label;
        final World world;
        final long[] key;
        final @Nullable String breach;

        Next(Supplier<String> label, World reached, @Nullable String breach) {
            this.label = label;
            this.world = reached.standsForMirrorImage() ? reached : reached.mirrored();
            this.key = world.key();
            this.breach = breach;
        }
    }

    private record Breach(int world, @Nullable String lastStep, String rule) {}

    Explorer(Rules rules, Steps.Bounds bounds) {
        this.steps = new Steps(rules, bounds);
        this.invariants = new Invariants(rules);
    }

    /** Visits everything, or stops at the first breach. Worlds are followed by the hundred, on all cores. */
    Optional<Story> explore() {
        reach(new Next(() -> "start", World.start(), null), -1, 0);
        for (int index = 0; found == null && !frontier.isEmpty(); ) {
            for (List<Next> nexts : batch().parallelStream().map(this::nexts).toList()) {
                for (int ordinal = 0; ordinal < nexts.size() && found == null; ordinal++)
                    reach(nexts.get(ordinal), index, ordinal);
                index++;
            }
        }
        return Optional.ofNullable(found).map(this::story);
    }

    private List<World> batch() {
        List<World> batch = new ArrayList<>();
        while (batch.size() < AT_ONCE && !frontier.isEmpty()) batch.add(frontier.remove());
        return batch;
    }

    private List<Next> nexts(World world) {
        List<Next> nexts = new ArrayList<>();
        steps.from(world, (label, next, breach) -> nexts.add(new Next(label, next, breach)));
        return nexts;
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

    private void reach(Next next, int parent, int ordinal) {
        if (next.breach != null) {
            found = new Breach(parent, next.label.get(), next.breach);
            return;
        }
        World world = next.world;
        if (!visited.add(next.key, parent, ordinal)) return;
        frontier.add(world);
        String rule = invariants.broken(world);
        if (rule != null) found = new Breach(visited.size() - 1, null, rule);
        if (world.one().bookings() + world.two().bookings() > 0) booked++;
        if (Invariants.doubled(world)) {
            doubledAfterWarning++;
            if (world.one().word() == TillSide.Word.SILENCE || world.two().word() == TillSide.Word.SILENCE)
                bookedInSilence++;
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
