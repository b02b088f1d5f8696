package de.hypersoft.esolutions.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How many passwords are hashed at once, and who waits for them. */
class PasswordQueueTest {

    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

    private final Held passwords = new Held();
    private final String hash = passwords.hash("right");
    private final List<Thread> people = new ArrayList<>();
    private final AtomicInteger let = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    @Test
    void some_are_hashed_at_once_and_never_more_and_the_others_wait_their_turn() throws InterruptedException {
        passwords.hold();
        for (int i = 0; i < AT_ONCE + 4; i++) signsIn(true);
        allWait();

        assertThat(passwords.inside.get()).isEqualTo(AT_ONCE).isGreaterThan(1);
        passwords.go.countDown();
        allEnd();

        assertThat(passwords.most.get()).isEqualTo(AT_ONCE);
        assertThat(let.get()).isEqualTo(AT_ONCE + 4);
    }

    @Test
    void strangers_never_have_the_whole_queue_and_who_finds_no_place_is_told_so_at_once() throws InterruptedException {
        passwords.hold();
        for (int i = 0; i < 10; i++) signsIn(false);
        allWait();

        assertThatThrownBy(() -> passwords.verify("right", hash, false)).isInstanceOf(Passwords.SignInBusy.class);
        for (int i = 0; i < 6; i++) signsIn(true);
        allWait();
        assertThatThrownBy(() -> passwords.verify("right", hash, true))
                .as("sixteen at most")
                .isInstanceOf(Passwords.SignInBusy.class);
        passwords.go.countDown();
        allEnd();

        assertThat(let.get()).isEqualTo(16);
        assertThat(busy.get()).isZero();
        assertThat(passwords.verify("right", hash, false)).as("afterwards").isTrue();
    }

    private void signsIn(boolean known) {
        Thread one = new Thread(() -> {
            try {
                if (passwords.verify("right", hash, known)) let.incrementAndGet();
            } catch (Passwords.SignInBusy refused) {
                busy.incrementAndGet();
            }
        });
        one.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        people.add(one);
        one.start();
    }

    /** Each of them is being hashed, which is held, or has a place in the queue. */
    private void allWait() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
        while (!people.stream().allMatch(PasswordQueueTest::waits)) {
            assertThat(System.nanoTime()).as("all of them wait").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static boolean waits(Thread one) {
        return one.getState() == Thread.State.WAITING || one.getState() == Thread.State.TIMED_WAITING;
    }

    private void allEnd() throws InterruptedException {
        for (Thread one : people) one.join(10_000);
        assertThat(people).noneMatch(Thread::isAlive);
        assertThat(failure.get()).isNull();
    }

    /** Hashes nothing before it may. */
    private static final class Held extends Passwords {

        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final CountDownLatch go = new CountDownLatch(1);
        private volatile boolean held;

        Held() {
            super(8);
        }

        void hold() {
            held = true;
        }

        @Override
        byte[] slowly(String password, StoredHash how) {
            int now = inside.incrementAndGet();
            most.accumulateAndGet(now, Math::max);
            try {
                if (held) go.await();
                return super.slowly(password, how);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            } finally {
                inside.decrementAndGet();
            }
        }
    }
}
