package de.hypersoft.esolutions.acme;

import de.hypersoft.esolutions.acme.authority.AcmeAuthority;
import de.hypersoft.esolutions.acme.authority.AcmeFailure;
import de.hypersoft.esolutions.acme.authority.AcmeRefused;
import de.hypersoft.esolutions.acme.authority.ChallengeKind;
import de.hypersoft.esolutions.acme.authority.RenewalWindow;
import de.hypersoft.esolutions.acme.authority.SigningAccount;
import de.hypersoft.esolutions.certificates.TestIssued;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An authority in memory that does what RFC 8555 says, refuses what a test asks for, and remembers every call. */
public final class FakeAuthority extends AcmeAuthority {

    public final List<String> calls = new ArrayList<>();
    public final Map<ChallengeKind, AcmeRefused> looks = new EnumMap<>(ChallengeKind.class);
    public Duration life = Duration.ofDays(90);

    @Nullable
    public AcmeRefused everything;

    @Nullable
    public RenewalWindow window;

    public boolean windowBreaks;

    @Nullable
    public X509Certificate replaced;
    /** The process dies after this many more calls; negative for never. */
    public int diesAfter = -1;

    private final TestIssued issuer;
    private final Map<String, Order> orders = new HashMap<>();
    private final Set<X509Certificate> successors = new HashSet<>();

    public FakeAuthority(TestIssued issuer, AcmeSettings settings) {
        super(settings, issuer.clock());
        this.issuer = issuer;
    }

    /** The node's process ends here: nothing that it had in mind is stored. */
    static final class Killed extends Error {}

    private static final class Order {
        private State state = State.PENDING;
        private AcmeRefused why = new AcmeRefused(AcmeFailure.REFUSED, "", Duration.ZERO);
        private List<X509Certificate> chain = List.of();
    }

    @Override
    public String register(KeyPair keys) throws AcmeRefused {
        call("register");
        return "https://authority.example/account/" + keys.getPublic().hashCode();
    }

    @Override
    public String ordered(SigningAccount account, String host, @Nullable X509Certificate replaces) throws AcmeRefused {
        if (replaces != null && !successors.add(replaces)) {
            call("place");
            throw new AcmeRefused(AcmeFailure.REFUSED, "alreadyReplaced", Duration.ZERO);
        }
        String url = "https://authority.example/order/" + (orders.size() + 1);
        orders.put(url, new Order());
        replaced = replaces;
        call("place");
        return url;
    }

    @Override
    public Seen see(SigningAccount account, String orderUrl) throws AcmeRefused {
        call("see");
        Order order = order(orderUrl);
        return new Seen(order.state, Duration.ofSeconds(1), order.why);
    }

    @Override
    public Offer offer(SigningAccount account, String orderUrl, ChallengeKind kind) throws AcmeRefused {
        call("offer " + kind);
        return new Offer(token(orderUrl), token(orderUrl) + ".thumbprint");
    }

    @Override
    public void ask(SigningAccount account, String orderUrl, ChallengeKind kind) throws AcmeRefused {
        Order order = order(orderUrl);
        AcmeRefused refusal = looks.get(kind);
        if (order.state == State.PENDING) order.state = refusal == null ? State.READY : State.INVALID;
        if (refusal != null) order.why = refusal;
        call("ask " + kind);
    }

    @Override
    public void finish(SigningAccount account, String orderUrl, String host, KeyPair keys) throws AcmeRefused {
        Order order = order(orderUrl);
        order.chain = issuer.issue(keys, life);
        order.state = State.VALID;
        call("finish");
    }

    @Override
    public List<X509Certificate> fetch(SigningAccount account, String orderUrl) throws AcmeRefused {
        call("fetch");
        return order(orderUrl).chain;
    }

    @Override
    public Optional<RenewalWindow> window(SigningAccount account, X509Certificate leaf) throws AcmeRefused {
        call("window");
        if (windowBreaks) throw new IllegalArgumentException("nobody thought of this");
        return Optional.ofNullable(window);
    }

    public long count(String call) {
        return calls.stream().filter(call::equals).count();
    }

    public static String token(String orderUrl) {
        return "token-of-the-order-" + orderUrl.substring(orderUrl.lastIndexOf('/') + 1);
    }

    private Order order(String url) {
        return Objects.requireNonNull(orders.get(url), url);
    }

    private void call(String what) throws AcmeRefused {
        calls.add(what);
        if (diesAfter == 0) throw new Killed();
        if (diesAfter > 0) diesAfter--;
        if (everything != null) throw everything;
    }
}
