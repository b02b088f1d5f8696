package de.hypersoft.esolutions.ordering.group;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whoever comes while others are at work waits, and the first of those who wait does the work of all of them. Nobody waits for
 * more to come, and nobody waits long: who is not taken along in time works alone.
 *
 * @param <T> what each brings
 * @param <R> what each gets
 */
final class Gathering<T, R> {

    private final int mostLeaders;
    private final int mostTogether;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Member<T, R>> waiting = new ArrayDeque<>();
    private int leaders;

    /** @param mostLeaders that many groups are at work at once */
    Gathering(int mostLeaders, int mostTogether, Duration patience) {
        this.mostLeaders = mostLeaders;
        this.mostTogether = mostTogether;
        this.patience = patience;
    }

    /**
     * @param together the work of several, in their order; empty for whom it left out. When it fails, nothing was done for
     *     anybody, and each works alone and so meets the reason
     * @param alone the work of this one
     */
    R join(T item, Function<List<T>, List<Optional<R>>> together, Supplier<R> alone) {
        Member<T, R> me = new Member<>(item);
        Turn<T, R> turn = arrive(me).or(() -> await(me)).orElseGet(Result::none);
        Optional<R> result = turn instanceof Result<T, R> served ? served.value() : lead(me, together);
        return result.orElseGet(alone);
    }

    /** How many wait to be taken along. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private static final class Member<T, R> {
        private final T item;
        private final CompletableFuture<Turn<T, R>> turn = new CompletableFuture<>();

        Member(T item) {
            this.item = item;
        }
    }

    private sealed interface Turn<T, R> permits Lead, Result {}

    private record Lead<T, R>() implements Turn<T, R> {}

    private record Result<T, R>(Optional<R> value) implements Turn<T, R> {
        static <T, R> Result<T, R> none() {
            return new Result<>(Optional.empty());
        }
    }

    /** Empty when others are at work. */
    private Optional<Turn<T, R>> arrive(Member<T, R> me) {
        lock.lock();
        try {
            if (leaders < mostLeaders) {
                leaders++;
                return Optional.of(new Lead<>());
            }
            waiting.add(me);
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Empty when nobody took it along in time. */
    private Optional<Turn<T, R>> await(Member<T, R> me) {
        try {
            return Optional.of(me.turn.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            // decided below: it may be taken along at this moment
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // nobody completes a turn so
        }
        return leave(me) ? Optional.empty() : Optional.of(me.turn.join());
    }

    private boolean leave(Member<T, R> me) {
        lock.lock();
        try {
            return waiting.remove(me);
        } finally {
            lock.unlock();
        }
    }

    private Optional<R> lead(Member<T, R> me, Function<List<T>, List<Optional<R>>> together) {
        List<Member<T, R>> group = List.of(me);
        List<Optional<R>> results = List.of();
        try {
            group = with(me);
            results = together.apply(group.stream().map(member -> member.item).toList());
            return results.get(0);
        } catch (Exception e) { // one lost at the commit is a checked one
            return Optional.empty();
        } finally {
            for (int i = 1; i < group.size(); i++)
                group.get(i).turn.complete(results.isEmpty() ? Result.none() : new Result<>(results.get(i)));
            passOn();
        }
    }

    /** The leader, then who came until it was awake: the fewer the processors, the more they are. */
    private List<Member<T, R>> with(Member<T, R> leader) {
        Thread.yield(); // to those who are about to be ready
        lock.lock();
        try {
            List<Member<T, R>> group = new ArrayList<>(List.of(leader));
            while (group.size() < mostTogether && !waiting.isEmpty()) group.add(waiting.remove());
            return group;
        } finally {
            lock.unlock();
        }
    }

    /** The first of those who wait leads the next. */
    private void passOn() {
        lock.lock();
        try {
            if (waiting.isEmpty()) leaders--;
            else waiting.remove().turn.complete(new Lead<>());
        } finally {
            lock.unlock();
        }
    }
}
