package de.hypersoft.esolutions.connector.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One HTTP request, one answer as a value; every wait ends, every answer is bounded. */
public final class Http {

    /** The trouble of a request that {@link #hangUp} ended. */
    public static final String HUNG_UP = "hung up";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long LARGEST_ANSWER = 16L * 1024 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Set<CompletableFuture<?>> waiting = ConcurrentHashMap.newKeySet();

    /** What to send. An empty body is sent as none. */
    public record Request(String method, URI uri, Map<String, String> headers, byte[] body, Duration timeout) {}

    /** Sends and waits at most the given time, the answer's body included. */
    public Reply send(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .timeout(request.timeout())
                .method(
                        request.method(),
                        request.body().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(builder.build(), response -> new LimitedAnswer(LARGEST_ANSWER));
        waiting.add(answer);
        try {
            HttpResponse<byte[]> response = answer.get(request.timeout().toMillis() + 1_000, TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), ConnectorJson.tree(response.body()), "");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            return Reply.none(cause instanceof CancellationException ? HUNG_UP : words(cause == null ? failed : cause));
        } catch (TimeoutException late) {
            return Reply.none("time is over");
        } catch (CancellationException hungUp) {
            return Reply.none(HUNG_UP);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Reply.none("interrupted");
        } finally {
            answer.cancel(true);
            waiting.remove(answer);
        }
    }

    /** Ends all waiting requests; each returns as unanswered. */
    public void hangUp() {
        waiting.forEach(answer -> answer.cancel(true));
    }

    private static String words(Throwable failure) {
        String message = failure instanceof IOException ? failure.getMessage() : failure.toString();
        String name = failure.getClass().getSimpleName();
        return message == null ? name : name + " " + message;
    }
}
