package de.hypersoft.esolutions.http;

import io.undertow.server.HttpServerExchange;

/**
 * Where a web module says what it has at hand: such a request is answered by the thread that read it, and neither a worker
 * nor anything behind {@link Admission} is asked.
 */
public final class AtOnce {

    private static final Answers NONE = exchange -> false;

    private volatile Answers answers = NONE;

    /** Answers a request from memory, or is false and leaves it as it came. It must not wait for anything. */
    @FunctionalInterface
    public interface Answers {
        boolean answer(HttpServerExchange exchange);
    }

    /** From now on these are asked first, for every request of this server without a body. */
    public static void begin(Answers its) {
        Admission.Shared.OF_SERVER.atOnce().ask(its);
    }

    public static void end(Answers its) {
        Admission.Shared.OF_SERVER.atOnce().forget(its);
    }

    synchronized void ask(Answers its) {
        answers = its;
    }

    /** Unless others took their place since. */
    private synchronized void forget(Answers its) {
        if (answers == its) answers = NONE;
    }

    boolean answer(HttpServerExchange exchange) {
        return answers.answer(exchange);
    }
}
