package de.hypersoft.esolutions.acme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeProtocolException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;

/** Makes calls to an authority and puts every way in which they fail into one {@link Refused}. */
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

    private Calls() {}

    /** One or a few calls. */
    interface Call<T> {
        T make() throws AcmeException, IOException, Refused;
    }

    static <T> T of(Clock clock, Call<T> call) throws Refused {
        try {
            return call.make();
        } catch (AcmeLazyLoadingException e) {
            throw e.getCause() instanceof AcmeException cause ? refused(cause, clock) : protocol(e);
        } catch (AcmeProtocolException | IllegalStateException e) {
            throw protocol(e);
        } catch (AcmeException e) {
            throw refused(e, clock);
        } catch (IOException | UncheckedIOException e) {
            throw new Refused(Reason.UNREACHABLE, e.toString(), Duration.ZERO);
        }
    }

    /** What the authority itself says. */
    static Refused refused(Problem problem, Duration wait) {
        String type = String.valueOf(problem.getType()).replace(TYPES, "");
        return new Refused(REASONS.getOrDefault(type, Reason.REFUSED), problem.toString(), wait);
    }

    private static Refused refused(AcmeException failure, Clock clock) {
        if (failure instanceof AcmeRateLimitedException limited)
            return refused(
                    limited.getProblem(),
                    limited.getRetryAfter()
                            .map(at -> Duration.between(clock.instant(), at))
                            .filter(wait -> !wait.isNegative())
                            .orElse(Duration.ZERO));
        if (failure instanceof AcmeServerException server) return refused(server.getProblem(), Duration.ZERO);
        if (failure instanceof AcmeNetworkException)
            return new Refused(Reason.UNREACHABLE, innermost(failure), Duration.ZERO);
        return new Refused(Reason.SERVER, String.valueOf(failure.getMessage()), Duration.ZERO);
    }

    private static Refused protocol(RuntimeException failure) {
        return new Refused(Reason.SERVER, String.valueOf(failure.getMessage()), Duration.ZERO);
    }

    private static String innermost(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) root = root.getCause();
        return root.toString();
    }
}
