package de.hypersoft.esolutions.kernel.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.testing.HandClock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever looks at the figures asks no database, and is told when there is none. */
class FiguresTest {

    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(() -> registry);
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicLong nanoTime = new AtomicLong();
    private boolean away;
    private final Figures figures =
            new Figures(new ReadFigures(List.of(this::read), HandClock.at(NOW.toString())), meters, nanoTime::get);

    private void read(Instant now, Readings into) {
        if (away) throw new IllegalStateException("connection refused");
        reads.incrementAndGet();
        into.put(Metric.OUTBOX_EVENTS, "waiting", 7);
        into.age(Metric.OUTBOX_OLDEST, now.minusSeconds(90), now);
    }

    @BeforeEach
    void shown() {
        meters.begin();
        figures.show();
    }

    @Test
    void before_they_were_read_every_gauge_is_there_and_unknown() {
        assertThat(gauge("esolutions.outbox.oldest.seconds")).isNaN();
        assertThat(gauge("esolutions.database.up")).isZero();
        assertThat(registry.find("esolutions.tills").gauges())
                .hasSize(Metric.TILLS.labelValues().size());
    }

    @Test
    void they_are_shown_as_they_were_read_however_often_somebody_looks() {
        figures.refresh();

        for (int look = 0; look < 3; look++) {
            assertThat(gauge("esolutions.database.up")).isEqualTo(1);
            assertThat(gauge("esolutions.outbox.oldest.seconds")).isEqualTo(90);
            assertThat(registry.get("esolutions.outbox.events")
                            .tag("state", "waiting")
                            .gauge()
                            .value())
                    .isEqualTo(7);
        }
        assertThat(reads).hasValue(1);
    }

    @Test
    void while_the_database_is_away_they_are_unknown_and_afterwards_known_again() {
        figures.refresh();
        away = true;

        assertThatThrownBy(figures::refresh).hasMessage("connection refused");

        assertThat(gauge("esolutions.database.up")).isZero();
        assertThat(gauge("esolutions.outbox.oldest.seconds")).isNaN();
        away = false;
        figures.refresh();
        assertThat(gauge("esolutions.database.up")).isEqualTo(1);
    }

    @Test
    void what_nobody_could_read_for_a_minute_is_believed_no_more() {
        figures.refresh();
        nanoTime.addAndGet(Duration.ofSeconds(60).toNanos());
        assertThat(gauge("esolutions.database.up")).isEqualTo(1);

        nanoTime.addAndGet(1);

        assertThat(gauge("esolutions.database.up")).isZero();
        assertThat(gauge("esolutions.outbox.oldest.seconds")).isNaN();
    }

    @Test
    void a_clock_that_was_set_back_makes_nothing_younger_than_new() {
        Readings readings = new Readings();

        readings.age(Metric.OUTBOX_OLDEST, NOW.plusSeconds(5), NOW);
        readings.age(Metric.MAILS_OLDEST, null, NOW);

        assertThat(readings.of(Metric.OUTBOX_OLDEST, "")).hasValue(0);
        assertThat(readings.of(Metric.MAILS_OLDEST, "")).hasValue(0);
    }

    @Test
    void a_label_has_no_value_but_those_that_are_named() {
        assertThatThrownBy(() -> new Readings().put(Metric.TILLS, "yesterday", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Readings().put(Metric.ORDERS_WAITING, "30s", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void counters_begin_at_nought_and_each_meter_says_what_it_is() {
        meters.count(Metric.MAILS, "sent");
        meters.count(Metric.RATE_LIMITED, "a-code-of-tomorrow");
        meters.time(Metric.REQUESTS, Duration.ofMillis(20), Tags.of("route", "/orders/{id}"));
        long[] refused = {0};
        meters.counted(Metric.ADMISSION_REFUSED, "no-worker", () -> ++refused[0]);

        assertThat(registry.get("esolutions.mails")
                        .tag("result", "sent")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("esolutions.mails")
                        .tag("result", "failed")
                        .counter()
                        .count())
                .isZero();
        assertThat(registry.get("esolutions.rate.limited")
                        .tag("code", "other")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("esolutions.admission.refused")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.getMeters()).map(Meter::getId).allSatisfy(id -> {
            assertThat(id.getName()).startsWith("esolutions.");
            assertThat(id.getDescription()).isNotBlank();
        });
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }
}
