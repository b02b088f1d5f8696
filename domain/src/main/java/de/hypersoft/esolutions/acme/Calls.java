package de.hypersoft.esolutions.acme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;

/**
 * Makes calls to an authority and puts every way in which they fail into one {@link Refused}. They are made on threads of
 * their own, for the time-outs of HTTP end where a body begins, and one that stalls is not to hold up all hosts.
 */
final class Calls {

    private static final String TYPES = "urn:ietf:params:acme:error:";

    private static final Map<String, Reason> REASONS = Map.ofEntries(
            Map.entry("caa", Reason.CAA),
            Map.entry("connection", Reason.CONNECTION),
            Map.entry("dns", Reason.DNS),
            Map.entry("unauthorized", Reason.UNAUTHORIZED),
            Map.entry("incorrectResponse", Reason.INCORRECT_RESPONSE),
            Map.entry("tls", Reason.TLS),
            Map.entry("rateLimited", Reason.RATE_LIMITED),
            Map.entry("rejectedIdentifier", Reason.REJECTED_IDENTIFIER),
            Map.entry("unsupportedIdentifier", Reason.REJECTED_IDENTIFIER),
            Map.entry("userActionRequired", Reason.TERMS),
            Map.entry("externalAccountRequired", Reason.ACCOUNT),
            Map.entry("accountDoesNotExist", Reason.ACCOUNT),
            Map.entry("invalidContact", Reason.CONTACT),
            Map.entry("unsupportedContact", Reason.CONTACT),
            Map.entry("badNonce", Reason.SERVER),
            Map.entry("serverInternal", Reason.SERVER));

    /** A step of a few calls takes less than the lease of its host. */
    private static final Duration MOST = Duration.ofSeconds(30);

    private static final int THREADS = 4;

    private final Clock clock;
    private final Duration most;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Calls::thread);

    Calls(Clock clock) {
        this(clock, MOST);
    }

    /** @param most how long a call may take with all that belongs to it */
    Calls(Clock clock, Duration most) {
        this.clock = clock;
        this.most = most;
    }

    /** One or a few calls. */
    interface Call<T> {
        T make() throws AcmeException, IOException, Refused;
    }

    <T> T of(Call<T> call) throws Refused {
        Future<T> running = begun(call);
        try {
            return running.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            throw unreachable("no answer within " + most.toSeconds() + " s");
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable("this server is stopping");
        } catch (ExecutionException e) {
            throw refused(e.getCause());
        }
    }

    private <T> Future<T> begun(Call<T> call) throws Refused {
        try {
            return threads.submit(call::make);
        } catch (RejectedExecutionException e) {
            throw unreachable("calls before this one have not come to an end");
        }
    }

    /** What the authority itself says. */
    static Refused refused(Problem problem, Duration wait) {
        String type = String.valueOf(problem.getType()).replace(TYPES, "");
        return new Refused(REASONS.getOrDefault(type, Reason.REFUSED), problem.toString(), wait);
    }

    private Refused refused(@Nullable Throwable failure) {
        if (failure instanceof Refused refused) return refused;
        if (failure instanceof AcmeLazyLoadingException lazy && lazy.getCause() instanceof AcmeException cause)
            return refused(cause);
        if (failure instanceof AcmeRateLimitedException limited) return refused(limited.getProblem(), wait(limited));
        if (failure instanceof AcmeServerException server) return refused(server.getProblem(), Duration.ZERO);
        if (failure instanceof AcmeNetworkException) return unreachable(innermost(failure));
        if (failure instanceof IOException || failure instanceof UncheckedIOException)
            return unreachable(failure.toString());
        if (failure instanceof AcmeException || failure instanceof IllegalStateException) return protocol(failure);
        throw new IllegalStateException("a call to the authority failed", failure);
    }

    private Duration wait(AcmeRateLimitedException limited) {
        return limited.getRetryAfter()
                .map(at -> Duration.between(clock.instant(), at))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }

    private static Refused unreachable(String words) {
        return new Refused(Reason.UNREACHABLE, words, Duration.ZERO);
    }

    private static Refused protocol(Throwable failure) {
        return new Refused(Reason.SERVER, String.valueOf(failure.getMessage()), Duration.ZERO);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "acme-call");
        thread.setDaemon(true);
        return thread;
    }

    private static String innermost(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) root = root.getCause();
        return root.toString();
    }
}
