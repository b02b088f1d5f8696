package de.hypersoft.esolutions.ordering.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatheringTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Function<List<String>, List<Optional<String>>> TOGETHER = group ->
            group.stream().map(one -> Optional.of(one + " of " + group)).toList();

    private final ExecutorService guests = Executors.newCachedThreadPool();
    private final CountDownLatch firstIsServed = new CountDownLatch(1);
    private Gathering<String, String> gathering = new Gathering<>(1, 32, LONG);

    @AfterEach
    void everybody_goes() {
        firstIsServed.countDown();
        guests.shutdownNow();
    }

    @Test
    void who_comes_when_nobody_is_there_is_a_group_of_one() {
        assertThat(gathering.join("anna", TOGETHER, () -> "anna alone")).isEqualTo("anna of [anna]");
        assertThat(gathering.join("bert", TOGETHER, () -> "bert alone")).isEqualTo("bert of [bert]");
    }

    @Test
    void those_who_come_meanwhile_are_served_together_in_their_order() {
        CompletableFuture<String> first = first();
        List<CompletableFuture<String>> others = come("bert", "cleo", "dora");

        firstIsServed.countDown();

        assertThat(first.join()).isEqualTo("anna of [anna]");
        assertThat(results(others))
                .containsExactly(
                        "bert of [bert, cleo, dora]", "cleo of [bert, cleo, dora]", "dora of [bert, cleo, dora]");
        assertThat(gathering.join("emil", TOGETHER, () -> "emil alone")).isEqualTo("emil of [emil]");
    }

    @Test
    void no_group_is_larger_than_it_may_be() {
        gathering = new Gathering<>(1, 2, LONG);
        first();
        List<CompletableFuture<String>> others = come("bert", "cleo", "dora");

        firstIsServed.countDown();

        assertThat(results(others)).containsExactly("bert of [bert, cleo]", "cleo of [bert, cleo]", "dora of [dora]");
    }

    @Test
    void who_is_left_out_is_served_alone() {
        first();
        Function<List<String>, List<Optional<String>>> without = group -> group.stream()
                .map(one -> one.equals("cleo") || one.equals("bert") ? Optional.<String>empty() : Optional.of(one))
                .toList();
        List<CompletableFuture<String>> others = come(without, "bert", "cleo", "dora");

        firstIsServed.countDown();

        assertThat(results(others)).containsExactly("bert alone", "cleo alone", "dora");
    }

    @Test
    void when_the_group_fails_each_is_served_alone_and_the_next_come() {
        first();
        List<CompletableFuture<String>> others = come(
                group -> {
                    throw new IllegalStateException("lost");
                },
                "bert",
                "cleo");

        firstIsServed.countDown();

        assertThat(results(others)).containsExactly("bert alone", "cleo alone");
        assertThat(gathering.join("emil", TOGETHER, () -> "emil alone")).isEqualTo("emil of [emil]");
    }

    @Test
    void even_when_its_leader_dies_the_others_are_served() {
        first();
        List<CompletableFuture<String>> others = come(
                group -> {
                    throw new StackOverflowError("lost");
                },
                "bert",
                "cleo");

        firstIsServed.countDown();

        assertThatThrownBy(others.get(0)::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(others.get(1).join()).isEqualTo("cleo alone");
        assertThat(gathering.join("emil", TOGETHER, () -> "emil alone")).isEqualTo("emil of [emil]");
    }

    @Test
    void what_one_who_is_served_alone_is_told_nobody_else_hears() {
        CompletableFuture<String> first = first(group -> List.of(Optional.empty()), () -> {
            throw new IllegalArgumentException("sold out");
        });
        List<CompletableFuture<String>> others = come("bert", "cleo");

        firstIsServed.countDown();

        assertThatThrownBy(first::join).hasRootCauseMessage("sold out");
        assertThat(results(others)).containsExactly("bert of [bert, cleo]", "cleo of [bert, cleo]");
    }

    @Test
    void whom_nobody_takes_along_in_time_is_served_alone_meanwhile() {
        gathering = new Gathering<>(1, 32, Duration.ofMillis(1));
        CompletableFuture<String> first = first();

        assertThat(gathering.join("bert", TOGETHER, () -> "bert alone")).isEqualTo("bert alone");
        assertThat(gathering.waiting()).isZero();
        assertThat(first).isNotDone();
        firstIsServed.countDown();
        assertThat(first.join()).isEqualTo("anna of [anna]");
    }

    @Test
    void of_many_who_come_as_they_like_each_is_served_once() {
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        firstIsServed.countDown();
        gathering = new Gathering<>(2, 4, Duration.ofMillis(2));
        Function<List<String>, List<Optional<String>>> together = group -> {
            served.addAll(group);
            return group.stream().map(Optional::of).toList();
        };
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String guest = "guest " + i;
            all.add(CompletableFuture.supplyAsync(
                    () -> gathering.join(guest, together, () -> {
                        served.add(guest);
                        return guest;
                    }),
                    guests));
        }

        List<String> results = results(all);

        assertThat(results).doesNotHaveDuplicates().hasSize(2_000);
        assertThat(served).containsExactlyInAnyOrderElementsOf(results);
    }

    private CompletableFuture<String> first() {
        return first(TOGETHER, () -> "anna alone");
    }

    /** Is at work until told. */
    private CompletableFuture<String> first(
            Function<List<String>, List<Optional<String>>> together, Supplier<String> alone) {
        CountDownLatch atWork = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(
                () -> gathering.join(
                        "anna",
                        group -> {
                            atWork.countDown();
                            await(firstIsServed);
                            return together.apply(group);
                        },
                        alone),
                guests);
        await(atWork);
        return first;
    }

    private List<CompletableFuture<String>> come(String... names) {
        return come(TOGETHER, names);
    }

    /** One after the other. */
    private List<CompletableFuture<String>> come(
            Function<List<String>, List<Optional<String>>> together, String... names) {
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (String name : names) {
            all.add(CompletableFuture.supplyAsync(() -> gathering.join(name, together, () -> name + " alone"), guests));
            while (gathering.waiting() < all.size()) Thread.onSpinWait();
        }
        return all;
    }

    private static List<String> results(List<CompletableFuture<String>> all) {
        return all.stream().map(CompletableFuture::join).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
