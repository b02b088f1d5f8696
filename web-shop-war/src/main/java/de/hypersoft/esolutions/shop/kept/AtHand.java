package de.hypersoft.esolutions.shop.kept;

import de.hypersoft.esolutions.certificates.serving.SecureHosts;
import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.http.AtOnce;
import de.hypersoft.esolutions.http.head.AcceptEncoding;
import de.hypersoft.esolutions.kernel.LruCache;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.shop.guard.ShopCookies;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.web.ContentHash;
import de.hypersoft.esolutions.web.HostCookie;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Says again what the ordinary way answered to the same question, with every header of it, as long as nothing of it can
 * have changed: the same minute, the same copy of the shop, the same revision of what is sold, all seen within half a
 * second. Whatever is not known goes on the ordinary way, which confirms it for the next ones.
 */
@ApplicationScoped
public class AtHand implements AtOnce.Answers {

    /** A part of the heap for what was asked and how it was answered; the bytes are those of {@link KeptAnswers}. */
    private static final int SHARE_OF_HEAP = 128;

    private static final long MINUTE = 60;

    /** What each answer says anew. */
    private static final Set<HttpString> OF_EACH = Set.of(
            Headers.DATE,
            Headers.CONNECTION,
            Headers.KEEP_ALIVE,
            Headers.CONTENT_LENGTH,
            Headers.CONTENT_ENCODING,
            Headers.TRANSFER_ENCODING,
            new HttpString("traceresponse"));

    private final Clock clock;
    private final BiPredicate<SSLSession, String> covered;
    private final Confirmed confirmed;
    private final LruCache<Question, Known> known =
            new LruCache<>(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP, Known::size);
    private final Question.Cookies plain = cookies(false);
    private final Question.Cookies secure = cookies(true);

    @Inject
    public AtHand(Clock clock, SecureHosts hosts) {
        this(clock, hosts::covered, System::nanoTime);
    }

    /** @param covered whether the certificate of a connection is one of a host */
    AtHand(Clock clock, BiPredicate<SSLSession, String> covered, LongSupplier nanos) {
        this.clock = clock;
        this.covered = covered;
        this.confirmed = new Confirmed(nanos);
    }

    private record Line(HttpString name, String value) {}

    private record Known(
            WeakReference<KeptAnswer> answer,
            WeakReference<Shopfront> shop,
            String door,
            MenuRevisions.Revision revision,
            @Nullable Object pictures,
            List<Line> head,
            long minute,
            long size) {}

    void atStart(@Observes @Initialized(ApplicationScoped.class) Object event) {
        AtOnce.begin(this);
    }

    @PreDestroy
    void end() {
        AtOnce.end(this);
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        switch (changed.what()) {
            case MENU, AVAILABILITY -> confirmed.changed(new LocationId(changed.location()));
            case LOCATION -> confirmed.shopsChanged();
            default -> {} // nothing of it is shown to everybody
        }
    }

    /**
     * Keeps what is about to be answered on the ordinary way for whoever asks the same.
     *
     * @param shop as this request saw it
     * @param begun before it looked at anything
     * @param since the same in nanoseconds
     */
    public void remember(HttpServerExchange exchange, CurrentAnswer said, Shopfront shop, Instant begun, long since) {
        Question question = question(exchange);
        if (question == null) return;
        confirmed.saw(question.door(), shop, said.revision(), since);
        Object pictures =
                said.pictures() == null ? null : confirmed.sawPictures(question.door(), said.pictures(), since);
        boolean personal = question.guest() && !said.forAnybody();
        if (personal || said.answer().packed() == null) return;
        exchange.addResponseCommitListener(its -> {
            if (its.getStatusCode() != StatusCodes.OK) return;
            List<Line> head = head(its.getResponseHeaders());
            long size = question.size()
                    + head.stream()
                            .mapToLong(line -> 80 + line.value().length())
                            .sum();
            known.put(
                    question,
                    new Known(
                            new WeakReference<>(said.answer()),
                            new WeakReference<>(shop),
                            question.door(),
                            said.revision(),
                            pictures,
                            head,
                            minute(begun),
                            size));
        });
    }

    @Override
    public boolean answer(HttpServerExchange exchange) {
        Question question = question(exchange);
        if (question == null) return false;
        Known its = known.get(question);
        if (its == null || !isTrue(its)) return false;
        KeptAnswer answer = its.answer().get();
        byte[] packed = answer == null ? null : answer.packed();
        if (answer == null || packed == null) return false;
        SSLSession connection = exchange.getConnection().getSslSession();
        if (connection != null && !covered.test(connection, question.host())) return false;
        send(exchange, its.head(), answer, packed);
        return true;
    }

    private boolean isTrue(Known its) {
        Shopfront shop = its.shop().get();
        return shop != null
                && its.minute() == minute(clock.instant())
                && (its.pictures() == null || confirmed.holds(its.door(), its.pictures()))
                && confirmed.holds(its.door(), shop, its.revision());
    }

    private static void send(HttpServerExchange exchange, List<Line> head, KeptAnswer answer, byte[] packed) {
        HeaderMap headers = exchange.getResponseHeaders();
        for (Line line : head) headers.add(line.name(), line.value());
        String tags = exchange.getRequestHeaders().getFirst(Headers.IF_NONE_MATCH);
        if (tags != null && ContentHash.isNamed(answer.hash(), tags)) {
            headers.remove(Headers.CONTENT_TYPE);
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED);
            exchange.endExchange();
            return;
        }
        boolean small = AcceptEncoding.takesGzip(exchange.getRequestHeaders().getFirst(Headers.ACCEPT_ENCODING));
        if (small) headers.put(Headers.CONTENT_ENCODING, "gzip");
        byte[] body = small ? packed : answer.plain();
        exchange.setResponseContentLength(body.length);
        if (exchange.getRequestMethod().equals(Methods.HEAD)) exchange.endExchange();
        else exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }

    private @Nullable Question question(HttpServerExchange exchange) {
        return Question.of(exchange, exchange.isSecure() ? secure : plain);
    }

    private static List<Line> head(HeaderMap headers) {
        List<Line> head = new ArrayList<>();
        for (HeaderValues values : headers)
            if (!OF_EACH.contains(values.getHeaderName()))
                for (String value : values) head.add(new Line(values.getHeaderName(), value));
        return List.copyOf(head);
    }

    private static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), MINUTE);
    }

    private static Question.Cookies cookies(boolean secure) {
        return new Question.Cookies(
                HostCookie.name(ShopCookies.GUEST, secure),
                HostCookie.name(ShopCookies.LOCATION, secure),
                HostCookie.name(ShopCookies.LANGUAGE, secure));
    }
}
