package de.hypersoft.esolutions.http.error;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.api.ExceptionHandler;
import io.undertow.servlet.api.LoggingExceptionHandler;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import org.jspecify.annotations.Nullable;

/** What got out of a web module: a client that went away is one line, the rest is the server's to log. */
public final class UncaughtErrors implements ExceptionHandler {

    private final ExceptionHandler others;

    public UncaughtErrors(@Nullable ExceptionHandler others) {
        this.others = others == null ? LoggingExceptionHandler.DEFAULT : others;
    }

    @Override
    public boolean handleThrowable(
            HttpServerExchange exchange, ServletRequest request, ServletResponse response, Throwable fault) {
        return !Aborted.noted(fault) && others.handleThrowable(exchange, request, response, fault);
    }
}
