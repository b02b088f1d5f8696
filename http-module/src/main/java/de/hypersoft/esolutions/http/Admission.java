package de.hypersoft.esolutions.http;

import de.hypersoft.esolutions.http.error.ErrorAnswer;
import de.hypersoft.esolutions.http.error.Protection;
import de.hypersoft.esolutions.http.head.AcceptEncoding;
import de.hypersoft.esolutions.http.head.OddHeads;
import de.hypersoft.esolutions.http.head.Trace;
import de.hypersoft.esolutions.http.pace.Conversation;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import java.net.SocketAddress;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/**
 * Lets requests in, before anything else of the server sees them: a worker is given when the body is here, so a client
 * that sends slowly, or does not take its answer, holds a little memory and nothing else, and not for long. Requests with
 * larger bodies, which a worker must read, are few at once. No client has all workers.
 */
public final class Admission implements HttpHandler {

    private static final AttachmentKey<AtomicInteger> STREAMS = AttachmentKey.create(AtomicInteger.class);
    private static final int BODIES = 2_000;
    private static final int ANSWER = 2 * 1024 * 1024;
    static final int BAD_REQUEST = 400;
    static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final HttpHandler next;
    private final Shared shared;
    private final Limits limits;

    /** What all handlers of a server share: it makes a new one whenever something of a host changes. */
    record Shared(
            Limits limits,
            Proxies proxies,
            Connections connections,
            Clients clients,
            Arriving arriving,
            Outgoing outgoing,
            FairQueue work,
            FairQueue uploads,
            AtOnce atOnce,
            AdmissionFigures figures) {

        static final Shared OF_SERVER = of(Limits.ofServer(), Proxies.ofServer());

        static Shared of(Limits limits, Proxies proxies) {
            FairQueue work = new FairQueue(limits.workers(), 2_000);
            FairQueue uploads = new FairQueue(limits.uploadsAtOnce(), 100);
            return new Shared(
                    limits,
                    proxies,
                    limits.connections(proxies),
                    new Clients(),
                    new Arriving(BODIES, Runtime.getRuntime().maxMemory() / 16),
                    new Outgoing(Runtime.getRuntime().maxMemory() / 16, ANSWER, Math.max(1, limits.workers() / 8)),
                    work,
                    uploads,
                    new AtOnce(),
                    new AdmissionFigures(work, uploads));
        }
    }

    /** As the server makes it. */
    public Admission(HttpHandler next) {
        this(next, Shared.OF_SERVER);
    }

    Admission(HttpHandler next, Shared shared) {
        this.next = next;
        this.shared = shared;
        this.limits = shared.limits();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        SocketAddress peer = exchange.getConnection().getPeerAddress();
        shared.connections().spoke(peer);
        shared.proxies().heed(exchange);
        OddHeads.withoutForeignCookies(exchange);
        AcceptEncoding.simplify(exchange.getRequestHeaders());
        Client client = shared.clients().came(exchange);
        AtomicInteger streams = streams(exchange);
        int onConnection = streams.incrementAndGet();
        shared.figures().came();
        exchange.addExchangeCompleteListener((its, others) -> {
            streams.decrementAndGet();
            shared.clients().left(client);
            shared.figures().left();
            others.proceed();
        });
        exchange.addDefaultResponseListener(ErrorAnswer::fill);
        Protection.of(exchange);
        Trace.begin(exchange);
        boolean ambiguous = isAmbiguous(exchange.getRequestHeaders());
        if (ambiguous || exceeds(exchange))
            exchange.setPersistent(false); // nobody passes over such a body to read another request
        Conversation conversation = Conversation.on(exchange, limits.smallBodies(), limits.answers());
        keepsAnswer(exchange, conversation, client);
        if (!OddHeads.asksHere(exchange)
                || ambiguous
                || !hasLines(exchange, shared.connections().chunks(peer))) {
            refuse(exchange, BAD_REQUEST);
        } else if (onConnection > limits.streams()) {
            IoUtils.safeClose(exchange.getConnection()); // it was told how many; after some of these all of it ends
            exchange.endExchange();
        } else if (!client.many() && client.open().get() > limits.openPerClient()) {
            refuse(exchange, TOO_MANY_REQUESTS);
        } else if (exchange.isRequestComplete()) {
            if (shared.atOnce().answer(exchange)) shared.figures().answeredAtOnce();
            else work(exchange, client);
        } else if (isLarge(exchange.getRequestHeaders().getFirst(Headers.CONTENT_LENGTH))) {
            upload(exchange, conversation, client);
        } else {
            new HttpContinueReadHandler(its -> small(its, conversation, client)).handleRequest(exchange);
        }
    }

    private void keepsAnswer(HttpServerExchange exchange, Conversation conversation, Client client) {
        exchange.addResponseWrapper((factory, its) -> {
            KeptSink sink = new KeptSink(factory.create(), its, shared.outgoing(), client, conversation);
            its.addExchangeCompleteListener((done, others) -> {
                sink.forget();
                others.proceed();
            });
            return sink;
        });
    }

    /**
     * Whether a server before us may see the end of the body elsewhere than we do, and so take what follows for another
     * request (RFC 9112, 6.1): two lengths, one that is no number or goes round in 64 bits, or a coding beside chunks.
     */
    private static boolean isAmbiguous(HeaderMap headers) {
        HeaderValues lengths = headers.get(Headers.CONTENT_LENGTH);
        if (lengths != null && !lengths.stream().allMatch(length -> length.length() <= 18 && isNumber(length)))
            return true;
        HeaderValues codings = headers.get(Headers.TRANSFER_ENCODING);
        if (codings == null) return false;
        return codings.size() > 1
                || !codings.getFirst().strip().equalsIgnoreCase("chunked")
                || headers.contains(Headers.CONTENT_LENGTH);
    }

    /** False when a line between chunks that is here already does not end as it has to; later ones end the connection. */
    private static boolean hasLines(HttpServerExchange exchange, @Nullable ChunkLines lines) {
        return lines == null
                || !exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING)
                || !(exchange.getConnection() instanceof HttpServerConnection connection)
                || lines.begin(connection.getExtraBytes());
    }

    /** The requests at work on a connection: over HTTP/2 the attachments are those of the connection, not the stream. */
    private static AtomicInteger streams(HttpServerExchange exchange) {
        AtomicInteger known = exchange.getConnection().getAttachment(STREAMS);
        if (known != null) return known;
        AtomicInteger first = new AtomicInteger();
        exchange.getConnection().putAttachment(STREAMS, first);
        return first;
    }

    private void small(HttpServerExchange exchange, Conversation conversation, Client client) throws Exception {
        HttpHandler whole = its -> work(its, client);
        HttpHandler larger = its -> upload(its, conversation, client);
        new SmallBody(exchange, conversation, client, shared.arriving(), limits.small(), whole, larger).begin();
    }

    /** Of one that is no number the protocol says what is to be done, not we. */
    private boolean isLarge(@Nullable String length) {
        return length != null && (length.length() > 9 || isNumber(length) && Integer.parseInt(length) > limits.small());
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether its head announces more than the listener takes of anybody. */
    private static boolean exceeds(HttpServerExchange exchange) {
        long most = exchange.getMaxEntitySize();
        return most > 0 && exchange.getRequestContentLength() > most;
    }

    private void work(HttpServerExchange exchange, Client client) {
        int share = client.many() ? limits.workers() : limits.workersPerClient();
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {
            boolean in = shared.work().enter(client, share, () -> toWorker(exchange, client));
            if (!in) refuse(exchange, UNAVAILABLE);
        });
    }

    /** The turn ends when the worker comes back; a request that waits without one goes on by itself. */
    private void toWorker(HttpServerExchange exchange, Client client) {
        try {
            exchange.getConnection().getWorker().execute(() -> {
                try {
                    Connectors.executeRootHandler(next, exchange);
                } finally {
                    shared.work().leave(client);
                }
            });
        } catch (RejectedExecutionException stopping) {
            shared.work().leave(client);
            refuse(exchange, UNAVAILABLE);
        }
    }

    /** The turn ends when the answer begins, since by then nobody reads the body for its sake. */
    private void upload(HttpServerExchange exchange, Conversation conversation, Client client) {
        conversation.isUpload(limits.uploads());
        int share = client.many() ? limits.uploadsAtOnce() : limits.uploadsPerClient();
        AtomicBoolean reading = new AtomicBoolean();
        exchange.addResponseCommitListener(its -> leave(reading, client));
        exchange.addExchangeCompleteListener((its, others) -> {
            leave(reading, client);
            others.proceed();
        });
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {
            boolean in = shared.uploads().enter(client, share, () -> {
                reading.set(true);
                if (exchange.isComplete()) leave(reading, client);
                else work(exchange, client);
            });
            if (!in) refuse(exchange, UNAVAILABLE);
        });
    }

    private void leave(AtomicBoolean reading, Client client) {
        if (reading.getAndSet(false)) shared.uploads().leave(client);
    }

    private void refuse(HttpServerExchange exchange, int status) {
        shared.figures().refused(status);
        exchange.setPersistent(false);
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "5");
        exchange.endExchange();
    }
}
