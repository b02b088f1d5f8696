package de.hypersoft.esolutions.acme.authority;

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
 * Makes calls to an authority and puts every way in which they fail into one {@link AcmeRefused}. They are made on threads of
 * their own, for the time-outs of HTTP end where a body begins, and one that stalls is not to hold up all hosts.
 */
final class AcmeCalls {

    private static final String TYPES = "urn:ietf:params:acme:error:";

    private static final Map<String, AcmeFailure> REASONS = Map.ofEntries(
            Map.entry("caa", AcmeFailure.CAA),
            Map.entry("connection", AcmeFailure.CONNECTION),
            Map.entry("dns", AcmeFailure.DNS),
            Map.entry("unauthorized", AcmeFailure.UNAUTHORIZED),
            Map.entry("incorrectResponse", AcmeFailure.INCORRECT_RESPONSE),
            Map.entry("tls", AcmeFailure.TLS),
            Map.entry("rateLimited", AcmeFailure.RATE_LIMITED),
            Map.entry("rejectedIdentifier", AcmeFailure.REJECTED_IDENTIFIER),
            Map.entry("unsupportedIdentifier", AcmeFailure.REJECTED_IDENTIFIER),
            Map.entry("userActionRequired", AcmeFailure.TERMS),
            Map.entry("externalAccountRequired", AcmeFailure.ACCOUNT),
            Map.entry("accountDoesNotExist", AcmeFailure.ACCOUNT),
            Map.entry("invalidContact", AcmeFailure.CONTACT),
            Map.entry("unsupportedContact", AcmeFailure.CONTACT),
            Map.entry("badNonce", AcmeFailure.SERVER),
            Map.entry("serverInternal", AcmeFailure.SERVER));

    /** A step of a few calls takes less than the lease of its host. */
    private static final Duration MOST = Duration.ofSeconds(30);

    private static final int THREADS = 4;

    private final Clock clock;
    private final Duration most;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), AcmeCalls::thread);

    AcmeCalls(Clock clock) {
        this(clock, MOST);
    }

    /** @param most how long a call may take with all that belongs to it */
    AcmeCalls(Clock clock, Duration most) {
        this.clock = clock;
        this.most = most;
    }

    /** One or a few calls. */
    interface Call<T> {
        T make() throws AcmeException, IOException, AcmeRefused;
    }

    <T> T of(Call<T> call) throws AcmeRefused {
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

    private <T> Future<T> begun(Call<T> call) throws AcmeRefused {
        try {
            return threads.submit(call::make);
        } catch (RejectedExecutionException e) {
            throw unreachable("calls before this one have not come to an end");
        }
    }

    /** What the authority itself says. */
    static AcmeRefused refused(Problem problem, Duration wait) {
        String type = String.valueOf(problem.getType()).replace(TYPES, "");
        return new AcmeRefused(REASONS.getOrDefault(type, AcmeFailure.REFUSED), problem.toString(), wait);
    }

    private AcmeRefused refused(@Nullable Throwable failure) {
        if (failure instanceof AcmeRefused refused) return refused;
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

    private static AcmeRefused unreachable(String words) {
        return new AcmeRefused(AcmeFailure.UNREACHABLE, words, Duration.ZERO);
    }

    private static AcmeRefused protocol(Throwable failure) {
        return new AcmeRefused(AcmeFailure.SERVER, String.valueOf(failure.getMessage()), Duration.ZERO);
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
