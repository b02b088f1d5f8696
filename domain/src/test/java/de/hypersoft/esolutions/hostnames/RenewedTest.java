package de.hypersoft.esolutions.hostnames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.testing.HandClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RenewedTest {

    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final AtomicInteger reads = new AtomicInteger();
    private Supplier<Integer> source = reads::incrementAndGet;
    private final Renewed<Integer> value = new Renewed<>(() -> source.get(), Duration.ofMinutes(5), clock);

    @Test
    void it_is_read_once_until_something_changes_or_it_is_old() {
        assertThat(value.get()).isEqualTo(1);
        assertThat(value.get()).isEqualTo(1);
        value.changed();
        assertThat(value.get()).isEqualTo(2);
        clock.advance(Duration.ofMinutes(5));
        assertThat(value.get()).isEqualTo(3);
        assertThat(value.get()).isEqualTo(3);
    }

    @Test
    void while_one_reads_what_is_merely_old_the_others_go_on_with_it() {
        value.get();
        clock.advance(Duration.ofMinutes(5));
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        source = () -> {
            reading.countDown();
            await(enough);
            return reads.incrementAndGet();
        };

        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(value::get);
        await(reading);
        assertThat(value.get()).isEqualTo(1);

        enough.countDown();
        assertThat(reader.join()).isEqualTo(2);
    }

    @Test
    void a_change_during_a_reading_is_read_anew() {
        source = () -> {
            if (reads.get() == 0) value.changed();
            return reads.incrementAndGet();
        };

        value.get();

        assertThat(value.get()).isEqualTo(2);
        assertThat(value.get()).isEqualTo(2);
    }

    @Test
    void while_it_cannot_be_read_the_last_one_answers_and_the_next_try_is_after_five_seconds() {
        value.get();
        value.changed();
        source = () -> {
            reads.incrementAndGet();
            throw new IllegalStateException("the database is away");
        };

        assertThat(value.get()).isEqualTo(1);
        assertThat(value.get()).isEqualTo(1);
        assertThat(reads).hasValue(2);
        clock.advance(Duration.ofSeconds(5));
        assertThat(value.get()).isEqualTo(1);
        assertThat(reads).hasValue(3);
    }

    @Test
    void one_that_was_never_read_is_no_answer() {
        source = () -> {
            throw new IllegalStateException("the database is away");
        };

        assertThatThrownBy(value::get).hasMessage("the database is away");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
