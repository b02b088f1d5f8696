package de.hypersoft.esolutions.shop.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KeptAnswersTest {

    private static final int ROOM = 100_000;

    private final KeptAnswers kept = new KeptAnswers(ROOM);
    private final AtomicInteger rendered = new AtomicInteger();

    @Test
    void what_was_rendered_is_sent_again_and_unpacks_to_itself() throws IOException {
        KeptAnswer first = kept.of("menu", page("Pizza ".repeat(500)));
        KeptAnswer again = kept.of("menu", page("never asked for"));

        assertThat(again).isSameAs(first);
        assertThat(rendered).hasValue(1);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(first.packed())).readAllBytes())
                .isEqualTo(first.plain());
        assertThat(first.packed()).hasSizeLessThan(first.plain().length / 10);
    }

    @Test
    void equal_contents_have_one_name_and_others_another() {
        assertThat(kept.of("a", page("Pizza")).hash())
                .isEqualTo(kept.of("b", page("Pizza")).hash());
        assertThat(kept.of("c", page("Pasta")).hash())
                .isNotEqualTo(kept.of("a", page("")).hash());
    }

    @Test
    void of_many_who_wait_for_it_one_renders() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        ExecutorService guests = Executors.newFixedThreadPool(8);
        try {
            Supplier<byte[]> slow = () -> {
                started.countDown();
                try {
                    released.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return page("Pizza").get();
            };
            CompletableFuture<KeptAnswer> first = CompletableFuture.supplyAsync(() -> kept.of("menu", slow), guests);
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
            List<CompletableFuture<KeptAnswer>> others = IntStream.range(0, 7)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> kept.of("menu", page("Pizza")), guests))
                    .toList();
            released.countDown();

            assertThat(others).allSatisfy(other -> assertThat(other.join()).isSameAs(first.join()));
            assertThat(rendered).hasValue(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            guests.shutdownNow();
        }
    }

    @Test
    void one_that_could_not_be_rendered_is_tried_again() {
        assertThatThrownBy(() -> kept.of("menu", () -> {
                    throw new IllegalStateException("no text");
                }))
                .hasMessage("no text");

        assertThat(kept.of("menu", page("Pizza")).plain()).isEqualTo("Pizza".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_room_of_what_nobody_asks_for_is_given_to_others() {
        for (int i = 0; i < 100; i++) kept.of(i, page("x".repeat(ROOM / 10)));

        kept.of(99, page(""));
        assertThat(rendered).hasValue(100);
        kept.of(0, page("Pizza"));
        assertThat(rendered).hasValue(101);
    }

    @Test
    void what_would_leave_little_room_for_others_is_rendered_for_each_and_packed_by_the_server() {
        KeptAnswer large = kept.of("large", page("x".repeat(ROOM / 2)));
        kept.of("large", page("x".repeat(ROOM / 2)));

        assertThat(large.packed()).isNull();
        assertThat(rendered).hasValue(2);
    }

    private Supplier<byte[]> page(String words) {
        return () -> {
            rendered.incrementAndGet();
            return words.getBytes(StandardCharsets.UTF_8);
        };
    }
}
