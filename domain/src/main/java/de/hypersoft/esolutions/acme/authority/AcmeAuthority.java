package de.hypersoft.esolutions.acme.authority;

import de.hypersoft.esolutions.acme.AcmeSettings;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.OrderBuilder;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.RenewalInfo;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.challenge.TlsAlpn01Challenge;
import org.shredzone.acme4j.challenge.TokenChallenge;
import org.shredzone.acme4j.connector.Resource;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.util.CSRBuilder;

/**
 * The authority, asked by ACME (RFC 8555, RFC 9773). Each method is one or a few calls with time-outs, never made inside
 * a transaction; each may be repeated. No bean: what it is made of is loaded by the first order and not by each start.
 */
public class AcmeAuthority {

    private static final Duration TIME_OUT = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    private final AcmeSettings settings;
    private final Clock clock;
    private final AcmeCalls calls;
    private @Nullable Session session;

    public AcmeAuthority(AcmeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.calls = new AcmeCalls(clock);
    }

    /** How an order stands, in the words of RFC 8555. */
    public enum State {
        PENDING,
        READY,
        PROCESSING,
        VALID,
        INVALID
    }

    /**
     * @param again after how long it is worth asking again
     * @param refusal why it is invalid
     */
    public record Seen(State state, Duration again, AcmeRefused refusal) {}

    /** @param answer what the authority has to find under the token; a digest of it for the challenge by TLS */
    public record Offer(String token, String answer) {}

    /** Makes the account known, or finds it again; answers its address. */
    public String register(KeyPair keys) throws AcmeRefused {
        return call(() -> {
            Session open = session();
            boolean terms = open.getMetadata().getTermsOfService().isPresent();
            if (terms && !settings.agreed())
                throw new AcmeRefused(
                        AcmeFailure.TERMS,
                        open.getMetadata().getTermsOfService().orElseThrow().toString(),
                        Duration.ZERO);
            AccountBuilder account = new AccountBuilder().useKeyPair(keys);
            if (terms) account.agreeToTermsOfService();
            settings.contact().ifPresent(account::addEmail);
            settings.keyId().ifPresent(id -> account.withKeyIdentifier(id, settings.hmac()));
            return account.createLogin(open).getAccount().getLocation().toString();
        });
    }

    /**
     * An authority that minds which one is renewed, for it is not its own or has a successor already, is asked without.
     *
     * @param replaced tells the authority which one is renewed; only where it gave a window for it
     */
    public String place(SigningAccount account, String host, @Nullable X509Certificate replaced) throws AcmeRefused {
        try {
            return ordered(account, host, replaced);
        } catch (AcmeRefused refused) {
            boolean minds = refused.reason() != AcmeFailure.RATE_LIMITED && refused.reason() != AcmeFailure.UNREACHABLE;
            if (replaced == null || !minds) throw refused;
            return ordered(account, host, null);
        }
    }

    public String ordered(SigningAccount account, String host, @Nullable X509Certificate replaced) throws AcmeRefused {
        return call(() -> {
            OrderBuilder order = login(account).newOrder().domain(host);
            if (replaced != null) order.replaces(replaced);
            return order.create().getLocation().toString();
        });
    }

    public Seen see(SigningAccount account, String orderUrl) throws AcmeRefused {
        return call(() -> {
            Order order = login(account).bindOrder(url(orderUrl));
            Optional<Instant> again = order.fetch();
            State state = state(order.getStatus());
            return new Seen(
                    state,
                    wait(again),
                    state == State.INVALID ? why(order) : new AcmeRefused(AcmeFailure.REFUSED, "", Duration.ZERO));
        });
    }

    public Offer offer(SigningAccount account, String orderUrl, ChallengeKind kind) throws AcmeRefused {
        return call(() -> {
            Authorization open = pending(login(account).bindOrder(url(orderUrl)))
                    .orElseThrow(() -> new AcmeRefused(AcmeFailure.SERVER, "no pending authorization", Duration.ZERO));
            String answer = challenge(open, kind).getAuthorization();
            return new Offer(answer.substring(0, answer.indexOf('.')), answer);
        });
    }

    /** Asks it to look, unless it looks already. */
    public void ask(SigningAccount account, String orderUrl, ChallengeKind kind) throws AcmeRefused {
        call(() -> {
            Optional<Authorization> open = pending(login(account).bindOrder(url(orderUrl)));
            if (open.isPresent()) {
                Challenge challenge = challenge(open.get(), kind);
                if (challenge.getStatus() == Status.PENDING) challenge.trigger();
            }
            return orderUrl;
        });
    }

    /** Hands in the request for the certificate. */
    public void finish(SigningAccount account, String orderUrl, String host, KeyPair keys) throws AcmeRefused {
        call(() -> {
            CSRBuilder request = new CSRBuilder();
            request.addDomain(host);
            request.sign(keys);
            login(account).bindOrder(url(orderUrl)).execute(request.getEncoded());
            return orderUrl;
        });
    }

    /** Leaf first. */
    public List<X509Certificate> fetch(SigningAccount account, String orderUrl) throws AcmeRefused {
        return call(
                () -> login(account).bindOrder(url(orderUrl)).getCertificate().getCertificateChain());
    }

    /** When it would like this certificate to be renewed; empty when it does not say such things. */
    public Optional<RenewalWindow> window(SigningAccount account, X509Certificate leaf) throws AcmeRefused {
        return call(() -> {
            if (session().resourceUrlOptional(Resource.RENEWAL_INFO).isEmpty()) return Optional.empty();
            RenewalInfo info = login(account).bindRenewalInfo(leaf);
            Duration again = info.fetch()
                    .map(at -> Duration.between(clock.instant(), at))
                    .filter(wait -> wait.compareTo(LONG_ENOUGH) > 0)
                    .orElse(Duration.ofHours(6));
            return Optional.of(new RenewalWindow(info.getSuggestedWindowStart(), info.getSuggestedWindowEnd(), again));
        });
    }

    private static AcmeRefused why(Order order) {
        for (Authorization authorization : order.getAuthorizations())
            for (Challenge challenge : authorization.getChallenges()) {
                Optional<Problem> problem = challenge.getError();
                if (problem.isPresent()) return AcmeCalls.refused(problem.get(), Duration.ZERO);
            }
        return order.getError()
                .map(problem -> AcmeCalls.refused(problem, Duration.ZERO))
                .orElseGet(() -> new AcmeRefused(AcmeFailure.REFUSED, "", Duration.ZERO));
    }

    private static Optional<Authorization> pending(Order order) {
        return order.getAuthorizations().stream()
                .filter(authorization -> authorization.getStatus() == Status.PENDING)
                .findFirst();
    }

    private static TokenChallenge challenge(Authorization authorization, ChallengeKind kind) throws AcmeRefused {
        Optional<? extends TokenChallenge> found = kind == ChallengeKind.HTTP_01
                ? authorization.findChallenge(Http01Challenge.class)
                : authorization.findChallenge(TlsAlpn01Challenge.class);
        return found.map(TokenChallenge.class::cast)
                .orElseThrow(() -> new AcmeRefused(AcmeFailure.REFUSED, "no challenge " + kind, Duration.ZERO));
    }

    private static State state(Status status) {
        return switch (status) {
            case PENDING -> State.PENDING;
            case READY -> State.READY;
            case PROCESSING -> State.PROCESSING;
            case VALID -> State.VALID;
            default -> State.INVALID;
        };
    }

    /** The library speaks of moments by this machine's clock; ours may have been moved by a test. */
    private Duration wait(Optional<Instant> again) {
        Duration wait = again.map(at -> Duration.between(clock.instant(), at)).orElse(SHORTEST);
        if (wait.compareTo(SHORTEST) < 0) return SHORTEST;
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private Login login(SigningAccount account) throws AcmeException, IOException {
        return session().login(url(String.valueOf(account.url())), account.keys());
    }

    /** After a call that did not come through the next one begins with a new line. */
    private <T> T call(AcmeCalls.Call<T> call) throws AcmeRefused {
        try {
            return calls.of(call);
        } catch (AcmeRefused refused) {
            if (refused.reason() == AcmeFailure.UNREACHABLE) hangUp();
            throw refused;
        }
    }

    private synchronized void hangUp() {
        session = null;
    }

    private synchronized Session session() {
        Session open = session;
        if (open == null) {
            URI directory = settings.directory().orElseThrow();
            open = new Session(directory, new AcmeHttpProvider(settings.roots().orElse(null)));
            open.networkSettings().setTimeout(TIME_OUT);
            session = open;
        }
        return open;
    }

    private static URL url(String address) throws MalformedURLException {
        return URI.create(address).toURL();
    }
}
