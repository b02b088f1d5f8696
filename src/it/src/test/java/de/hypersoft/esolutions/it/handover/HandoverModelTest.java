package de.hypersoft.esolutions.it.handover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The handover, two tills and one order, through every interleaving within the bounds of {@link Steps}: I1, I2, I3 and
 * I7 and A4 of the production code, and proof that the model would notice if one transition were wrong.
 */
class HandoverModelTest {

    @Test
    void every_interleaving_keeps_I1_I2_I3_I7_and_A4() {
        everyInterleaving(Steps.Bounds.SHORT);
    }

    @Test
    @Tag("long")
    void every_longer_interleaving_keeps_them_too() {
        everyInterleaving(Steps.Bounds.LONG);
    }

    private static void everyInterleaving(Steps.Bounds bounds) {
        Explorer explorer = new Explorer(new Rules(), bounds);

        assertThat(explorer.explore()).as("a shortest way to harm").isEmpty();

        System.out.printf(
                "handover model: %,d states (2 tills, 1 order, fence <= %d, crashes <= %d, lost answers <= %d);"
                        + " I1, I2, I3, I7 and A4 hold; booked in %,d of them; doubled after a warned move in %,d,"
                        + " of those with a booking on the portal's silence %,d%n",
                explorer.worlds(),
                bounds.fence(),
                bounds.crashes(),
                bounds.lost(),
                explorer.booked(),
                explorer.doubledAfterWarning(),
                explorer.bookedInSilence());
        assertThat(explorer.booked()).isPositive();
        assertThat(explorer.doubledAfterWarning())
                .as("the allowed exceptions are reached")
                .isPositive();
        assertThat(explorer.bookedInSilence()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Mutant.class)
    void each_wrong_transition_is_caught(Mutant mutant) {
        Explorer explorer = new Explorer(mutant.rules, Steps.Bounds.LONG);

        var story = explorer.explore();

        assertThat(story)
                .as(mutant + " does no harm in " + explorer.worlds() + " states")
                .isPresent();
        System.out.printf("mutant %s, after %,d states:%n%s%n%n", mutant, explorer.worlds(), story.get());
        assertThat(story.get().breach()).contains(mutant.harm);
    }

    @Test
    void two_tills_that_book_in_one_epoch_break_I7_and_in_two_epochs_they_do_not() {
        Invariants judge = new Invariants(new Rules());
        World one = World.start().till(0, TillSide.fresh().booked());

        String together = judge.broken(one.till(1, TillSide.fresh().booked()));
        String apart = judge.broken(
                one.till(1, TillSide.fresh().handedOut(1, false, false).booked()));

        assertThat(together).startsWith("I7");
        assertThat(apart).isNull();
    }
}
