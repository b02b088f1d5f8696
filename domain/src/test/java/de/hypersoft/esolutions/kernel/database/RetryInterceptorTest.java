package de.hypersoft.esolutions.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.RollbackException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who loses a race for a row tries the whole transaction again, and only that. */
class RetryInterceptorTest {

    private final List<Long> waits = new ArrayList<>();
    private final RetryInterceptor interceptor = new RetryInterceptor(waits::add);
    private int calls;

    static Stream<Exception> lostRaces() {
        SQLException cause = new SQLException("busy");
        return Stream.of(
                new OptimisticLockException(),
                new PessimisticLockException(),
                new LockTimeoutException(),
                new LockAcquisitionException("deadlock", cause),
                new ConstraintViolationException("taken", cause, "unique"));
    }

    @ParameterizedTest
    @MethodSource("lostRaces")
    void a_lost_race_is_run_again_also_when_it_is_lost_at_the_commit(Exception lost) throws Exception {
        assertThat(interceptor.retry(fails(lost, committed(lost)))).isEqualTo("done");
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void who_loses_seven_times_is_told() {
        Exception lost = new OptimisticLockException();

        assertThatThrownBy(() -> interceptor.retry(fails(lost, lost, lost, lost, lost, lost, lost)))
                .isSameAs(lost);
        assertThat(calls).isEqualTo(7);
    }

    @Test
    void it_waits_longer_each_time_for_about_a_second_in_all() throws Exception {
        Exception lost = new OptimisticLockException();
        interceptor.retry(fails(lost, lost, lost, lost, lost, lost));

        long[] middle = {20, 40, 80, 160, 320, 500};
        assertThat(waits).hasSize(middle.length);
        for (int i = 0; i < middle.length; i++)
            assertThat(waits.get(i)).isBetween(middle[i] * 500_000, middle[i] * 1_500_000);
    }

    @Test
    void what_went_wrong_otherwise_is_not_run_again() {
        Exception wrong = committed(new IllegalStateException());

        assertThatThrownBy(() -> interceptor.retry(fails(wrong))).isSameAs(wrong);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void a_part_of_a_transaction_is_not_run_again_by_itself() throws Exception {
        Exception lost = new OptimisticLockException();
        InvocationContext part = fails(lost);

        assertThat(interceptor.retry(call(() -> interceptor.retry(part)))).isEqualTo("done");
        assertThat(calls).as("the whole twice, the part twice").isEqualTo(4);
    }

    @Test
    void the_next_call_of_the_thread_is_one_of_its_own() throws Exception {
        interceptor.retry(fails());
        calls = 0;

        assertThat(interceptor.retry(fails(new OptimisticLockException()))).isEqualTo("done");
        assertThat(calls).isEqualTo(2);
    }

    private static Exception committed(Exception cause) {
        RollbackException atCommit = new RollbackException("rolled back");
        atCommit.initCause(cause);
        return atCommit;
    }

    /** Fails so often, and is done the next time. */
    private InvocationContext fails(Exception... failures) {
        Deque<Exception> next = new ArrayDeque<>(List.of(failures));
        return call(() -> {
            if (next.isEmpty()) return "done";
            throw next.remove();
        });
    }

    private InvocationContext call(Callable<Object> work) {
        return (InvocationContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {InvocationContext.class}, (proxy, method, arguments) -> {
                    calls++;
                    return work.call();
                });
    }
}
