package de.hypersoft.esolutions.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CoalescedTest {

    private final Deque<Runnable> started = new ArrayDeque<>();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private int runs;

    private final Coalesced work = new Coalesced(() -> {
        runs++;
        meanwhile.getAndSet(() -> {}).run();
    });

    @Test
    void many_who_ask_before_it_runs_get_one_run() {
        for (int i = 0; i < 10; i++) work.ask(started::add);
        assertThat(started).hasSize(1);

        started.remove().run();

        assertThat(runs).isEqualTo(1);
    }

    @Test
    void who_asks_while_it_runs_gets_one_run_more_on_the_same_thread() {
        meanwhile.set(() -> {
            work.ask(started::add);
            work.ask(started::add);
        });
        work.ask(started::add);

        started.remove().run();

        assertThat(runs).isEqualTo(2);
        assertThat(started).isEmpty();
    }

    @Test
    void who_asks_while_others_are_gathered_is_served_by_that_run() {
        AtomicReference<Runnable> gathering = new AtomicReference<>(() -> {});
        Coalesced gathered = new Coalesced(() -> gathering.getAndSet(() -> {}).run(), () -> runs++);
        gathering.set(() -> gathered.ask(started::add));
        gathered.ask(started::add);

        started.remove().run();

        assertThat(runs).isEqualTo(1);
        assertThat(started).isEmpty();
    }

    @Test
    void what_ran_can_be_asked_for_again() {
        work.ask(started::add);
        started.remove().run();
        work.ask(started::add);
        started.remove().run();

        assertThat(runs).isEqualTo(2);
    }

    @Test
    void an_executor_that_takes_no_work_leaves_it_to_be_asked_for_later() {
        assertThatThrownBy(() -> work.ask(refused -> {
                    throw new RejectedExecutionException("stopping");
                }))
                .isInstanceOf(RejectedExecutionException.class);

        work.ask(started::add);
        started.remove().run();
        assertThat(runs).isEqualTo(1);
    }
}
