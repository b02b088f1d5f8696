package de.hypersoft.esolutions.kernel.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MetersTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = TestMeters.on(registry);

    @Test
    void what_took_long_is_counted_by_how_long_it_took() {
        Tags orders = Tags.of("route", "/api/v1/orders", "method", "POST");
        for (int millis : new int[] {20, 90, 700, 3_000, 20_000})
            meters.time(Metric.DURATIONS, Duration.ofMillis(millis), orders);

        Timer timer = registry.get(Metric.DURATIONS.meter()).tags(orders).timer();
        assertThat(Arrays.stream(timer.takeSnapshot().histogramCounts())
                        .map(bucket -> (long) bucket.bucket(TimeUnit.MILLISECONDS)))
                .containsExactly(25L, 100L, 250L, 500L, 1_000L, 2_500L, 10_000L);
        assertThat(Arrays.stream(timer.takeSnapshot().histogramCounts()).map(CountAtBucket::count))
                .containsExactly(1.0, 2.0, 2.0, 2.0, 3.0, 3.0, 4.0);
        assertThat(timer.count()).isEqualTo(5);
    }

    @Test
    void what_no_alert_asks_a_share_of_has_no_buckets() {
        meters.time(Metric.REQUESTS, Duration.ofMillis(5), Tags.of("route", "/"));

        Timer timer = registry.get(Metric.REQUESTS.meter()).timer();
        assertThat(timer.takeSnapshot().histogramCounts()).isEmpty();
    }
}
