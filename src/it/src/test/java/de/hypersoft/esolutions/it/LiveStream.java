package de.hypersoft.esolutions.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A page that listens: what it is told, and whether the server has sent it home. */
final class LiveStream implements Flow.Subscriber<String>, AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<String> words = new CopyOnWriteArrayList<>();
    private volatile Flow.@Nullable Subscription line;
    private volatile boolean ended;

    static LiveStream of(String path, String host, Asker asker) {
        LiveStream stream = new LiveStream();
        URI base = Http.visitor().base();
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).header("Cookie", asker.cookie());
        if (!host.isEmpty()) request.header("Host", host + ":" + base.getPort());
        CLIENT.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(stream));
        Eventually.eventually("the line of " + path, () -> stream.words, words -> words.contains("hello"));
        return stream;
    }

    /** Without the beats. */
    List<String> words() {
        return words.stream().filter(word -> !word.equals("beat")).toList();
    }

    long beats() {
        return words.stream().filter("beat"::equals).count();
    }

    boolean ended() {
        return ended;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        line = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String text) {
        if (text.startsWith("data:")) words.add(text.substring(5).strip());
    }

    @Override
    public void onError(Throwable broken) {
        ended = true;
    }

    @Override
    public void onComplete() {
        ended = true;
    }

    @Override
    public void close() {
        Flow.Subscription open = line;
        if (open != null) open.cancel();
    }
}
