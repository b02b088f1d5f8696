package de.hypersoft.esolutions.shop.kept;

import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.tenancy.LocationId;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A door with an ordinary way behind it, which says what it was asked and remembers it; with a clock that a test turns. */
final class ShopDoor extends Clock implements AutoCloseable {

    final LocationId location = new LocationId(UUID.randomUUID());
    final AtomicInteger ordinary = new AtomicInteger();
    final AtomicLong nanos = new AtomicLong(1_000_000);
    volatile Shopfront shop = shop("Linde");
    volatile long revision = 1;
    volatile boolean forAnybody = true;
    volatile List<String> pictures = List.of("pizza.jpg");
    volatile Instant now = Instant.parse("2026-12-01T12:00:10Z");
    final AtHand atHand = new AtHand(this, (connection, host) -> true, nanos::incrementAndGet);
    private final KeptAnswers kept = new KeptAnswers(10_000_000);
    private final Undertow server = Undertow.builder()
            .setIoThreads(1)
            .setWorkerThreads(1)
            .addHttpListener(0, "127.0.0.1")
            .setHandler(exchange -> {
                if (!atHand.answer(exchange)) ordinary(exchange);
            })
            .build();

    ShopDoor() {
        server.start();
    }

    static Shopfront shop(String name) {
        return new Shopfront(
                new de.hypersoft.esolutions.tenancy.TenantId(UUID.randomUUID()),
                "linde",
                name,
                Currency.getInstance("EUR"),
                "",
                "de",
                Optional.empty(),
                List.of());
    }

    private void ordinary(HttpServerExchange exchange) {
        ordinary.incrementAndGet();
        String body = exchange.getRequestURI() + "|" + exchange.getQueryString() + "|"
                + exchange.getRequestHeaders().getFirst(Headers.HOST) + "|"
                + exchange.getRequestHeaders().getFirst(Headers.ACCEPT_LANGUAGE) + "|"
                + exchange.getRequestHeaders().getFirst(Headers.ACCEPT) + "|"
                + exchange.getRequestHeaders().getFirst(Headers.COOKIE) + "|revision " + revision + "|" + now + "|"
                + shop.name() + "|" + pictures;
        KeptAnswer answer = kept.of(body, () -> body.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "text/html;charset=utf-8")
                .put(Headers.ETAG, "W/\"" + answer.hash() + "\"")
                .put(new HttpString("Content-Security-Policy"), "default-src 'none'")
                .add(Headers.SET_COOKIE, "shop_place=linde")
                .add(Headers.SET_COOKIE, "shop_lang=de");
        CurrentAnswer current = new CurrentAnswer(
                answer, new MenuRevisions.Revision(location, revision, Instant.EPOCH), pictures, forAnybody);
        atHand.remember(exchange, current, shop, now, nanos.incrementAndGet());
        exchange.getResponseSender().send(ByteBuffer.wrap(answer.plain()));
    }

    /** The whole answer as it went over the wire, without its Date. @param head further lines, each with its end */
    String ask(String address, String host, String head) throws IOException {
        return ask("GET", address, host, head);
    }

    String ask(String method, String address, String host, String head) throws IOException {
        InetSocketAddress at =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        try (Socket line = new Socket(at.getAddress(), at.getPort())) {
            line.setSoTimeout(10_000);
            String request =
                    method + " " + address + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + head + "\r\n";
            line.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
                    .replaceFirst("Date: [^\r]*\r\n", "");
        }
    }

    /** Lets so much time go by. */
    void later(long milliseconds) {
        nanos.addAndGet(milliseconds * 1_000_000);
        now = now.plusMillis(milliseconds);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void close() {
        server.stop();
    }
}
