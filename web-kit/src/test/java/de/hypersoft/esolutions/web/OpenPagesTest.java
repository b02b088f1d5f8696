package de.hypersoft.esolutions.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.web.OpenPages.Place;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenPagesTest {

    private final OpenPages<String> pages = new OpenPages<>(
            "test-pages",
            10,
            4,
            Function.identity(),
            this::entitled,
            Duration.ofSeconds(20),
            answering(ManagedScheduledExecutorService.class));
    private Set<String> ended = Set.of();
    private final Sse sse = answering(Sse.class);

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void one_client_never_has_all_places_and_the_others_keep_theirs() {
        for (int i = 0; i < 4; i++) assertThat(watch("203.0.113.7", new Sink())).isEqualTo(Place.TAKEN);

        assertThat(watch("203.0.113.7", new Sink())).isEqualTo(Place.CLIENT_HAS_ENOUGH);
        assertThat(watch("203.0.113.8", new Sink())).isEqualTo(Place.TAKEN);
    }

    @Test
    void when_all_places_are_taken_whoever_comes_is_told_so() {
        for (int i = 0; i < 10; i++)
            assertThat(watch("203.0.113." + i, new Sink())).isEqualTo(Place.TAKEN);

        assertThat(watch("203.0.113.99", new Sink())).isEqualTo(Place.NONE_LEFT);
    }

    @Test
    void a_page_that_was_left_gives_its_place_back_at_once() {
        List<Sink> open = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            open.add(new Sink());
            watch("203.0.113.7", open.get(i));
        }
        open.get(2).close();

        assertThat(watch("203.0.113.7", new Sink())).isEqualTo(Place.TAKEN);
        assertThat(watch("203.0.113.7", new Sink())).isEqualTo(Place.CLIENT_HAS_ENOUGH);
    }

    @Test
    void all_addresses_of_an_ipv6_customer_are_one_client_and_those_behind_a_local_proxy_are_many() {
        for (int i = 1; i <= 4; i++) watch("2001:db8:1:2::" + i, new Sink());

        assertThat(watch("2001:db8:1:2:ffff::9", new Sink())).isEqualTo(Place.CLIENT_HAS_ENOUGH);
        assertThat(watch("2001:db8:1:3::1", new Sink())).isEqualTo(Place.TAKEN);
        for (int i = 0; i < 5; i++) assertThat(watch("127.0.0.1", new Sink())).isEqualTo(Place.TAKEN);
    }

    @Test
    void who_may_no_longer_listen_is_sent_home_at_the_next_beat_and_the_others_stay() {
        Sink gone = new Sink();
        Sink stays = new Sink();
        pages.watch("gone", "203.0.113.7", gone, sse);
        pages.watch("stays", "203.0.113.7", stays, sse);

        pages.beat();
        assertThat(gone.isClosed()).isFalse();
        ended = Set.of("gone");
        pages.beat();

        assertThat(gone.isClosed()).isTrue();
        assertThat(stays.isClosed()).isFalse();
    }

    @Test
    void a_change_is_told_to_the_pages_that_are_about_it_and_no_other_is_even_looked_at() {
        Sink mine = new Sink();
        Sink other = new Sink();
        pages.watch("mine", "203.0.113.7", mine, sse);
        pages.watch("other", "203.0.113.7", other, sse);
        int before = other.looks;

        pages.tell("mine", anybody -> true, "changed");
        pages.tell("mine", nobody -> false, "changed");

        assertThat(mine.told).as("hello and the change").isEqualTo(2);
        assertThat(other.looks).isEqualTo(before);
    }

    @Test
    void a_page_that_was_left_hears_no_more_and_its_client_has_its_place_again() {
        Sink left = new Sink();
        pages.watch("mine", "203.0.113.7", left, sse);
        left.close();
        pages.tell("mine", anybody -> true, "changed");
        pages.tell("mine", anybody -> true, "changed");

        assertThat(left.told).as("hello").isEqualTo(1);
        for (int i = 0; i < 4; i++) assertThat(watch("203.0.113.7", new Sink())).isEqualTo(Place.TAKEN);
    }

    private Set<String> entitled(Set<String> all) {
        return all.stream().filter(one -> !ended.contains(one)).collect(Collectors.toSet());
    }

    private Place watch(String client, Sink sink) {
        return pages.watch("page", client, sink, sse);
    }

    @SuppressWarnings("unchecked")
    private static <T> T answering(Class<T> type) {
        return (T) Proxy.newProxyInstance(
                OpenPagesTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    if (method.getName().equals("execute")) ((Runnable) args[0]).run();
                    Class<?> wanted = method.getReturnType();
                    if (wanted == boolean.class) return args != null && args.length == 1 && proxy == args[0];
                    if (wanted == int.class) return 1;
                    return wanted.isInterface() ? answering(wanted) : null;
                });
    }

    private static final class Sink implements SseEventSink {

        private boolean closed;
        private int looks;
        private int told;

        @Override
        public boolean isClosed() {
            looks++;
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            told++;
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
