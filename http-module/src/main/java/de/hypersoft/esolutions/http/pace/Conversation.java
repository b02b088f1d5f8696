package de.hypersoft.esolutions.http.pace;

import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/**
 * A request and its answer, ended when the client lets us wait for either longer than our patience. As long as nothing
 * is waited for it costs no timer.
 */
public final class Conversation {

    /** Beside the end of a patience, so that the look is not a moment too early. */
    private static final long LATER_NANOS = 20_000_000;

    private final HttpServerExchange exchange;
    private final TransferPace asking;
    private final TransferPace answering;
    private boolean watched;
    private boolean ended;
    private @Nullable Runnable whenEnded;

    private Conversation(HttpServerExchange exchange, TransferLimit smallBodies, TransferLimit answers) {
        this.exchange = exchange;
        this.asking = new TransferPace(smallBodies);
        this.answering = new TransferPace(answers);
    }

    /** To be called before anybody has asked for the channels of the exchange. */
    public static Conversation on(HttpServerExchange exchange, TransferLimit smallBodies, TransferLimit answers) {
        Conversation conversation = new Conversation(exchange, smallBodies, answers);
        if (!exchange.isRequestComplete()) {
            exchange.addRequestWrapper((factory, its) -> new PacedSource(factory.create(), its, conversation));
            exchange.addResponseCommitListener(Conversation::standsByUnreadBody);
        }
        exchange.addResponseWrapper((factory, its) -> new PacedSink(factory.create(), conversation));
        return conversation;
    }

    /** Of a body that nobody has read the channel was not made yet, and what lies below it would be closed. */
    private static void standsByUnreadBody(HttpServerExchange exchange) {
        if (exchange.isRequestComplete() || !exchange.isRequestChannelAvailable()) return;
        exchange.getRequestChannel();
        Connectors.resetRequestChannel(exchange);
    }

    /** From now on the body is read by a worker. */
    public synchronized void isUpload(TransferLimit patience) {
        asking.become(patience);
        whenEnded = null;
    }

    /** @param work what is to be done on the I/O thread when the client was let go; null when somebody else sees it */
    public synchronized void whenEnded(@Nullable Runnable work) {
        whenEnded = work;
    }

    public synchronized void waitsForRequest() {
        asking.waits(System.nanoTime());
        watch();
    }

    synchronized void requestMoved(long bytes) {
        asking.moved(bytes, System.nanoTime());
    }

    synchronized void waitsForAnswer() {
        answering.waits(System.nanoTime());
        watch();
    }

    synchronized void answerMoved(long bytes) {
        answering.moved(bytes, System.nanoTime());
    }

    /** Looks again when the first of the two patiences ends. */
    private void watch() {
        if (watched || ended || exchange.isComplete()) return;
        watched = true;
        long now = System.nanoTime();
        long left = Math.min(left(asking, now), left(answering, now));
        exchange.getIoThread().executeAfter(this::look, Math.max(0, left) + LATER_NANOS, TimeUnit.NANOSECONDS);
    }

    private static long left(TransferPace pace, long now) {
        return pace.isWaiting() ? pace.left(now) : Long.MAX_VALUE - LATER_NANOS;
    }

    private void look() {
        Runnable work;
        synchronized (this) {
            watched = false;
            if (ended || exchange.isComplete()) return;
            long now = System.nanoTime();
            if (left(asking, now) > 0 && left(answering, now) > 0) {
                if (asking.isWaiting() || answering.isWaiting()) watch();
                return;
            }
            ended = true;
            work = whenEnded;
        }
        end(work);
    }

    /** Lets the client go, from whichever thread. */
    public void end() {
        exchange.getIoThread().execute(() -> {
            Runnable work;
            synchronized (this) {
                if (ended || exchange.isComplete()) return;
                ended = true;
                work = whenEnded;
            }
            end(work);
        });
    }

    /** Over HTTP/2 only the stream ends, and with too many of them the connection. Whoever waits for it wakes. */
    private void end(@Nullable Runnable work) {
        IoUtils.safeClose(exchange.getConnection());
        if (work != null) work.run();
    }
}
