package de.hypersoft.esolutions.shop.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.tenancy.TenantId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TtlCacheTest {

    private final TenantId linde = new TenantId(UUID.randomUUID());
    private final TenantId krone = new TenantId(UUID.randomUUID());
    private String stored = "soup.webp";
    private boolean away;
    private long nanos;
    private final TtlCache<String> pictures = new TtlCache<>(this::read, () -> nanos);

    private String read(TenantId tenant) {
        if (away) throw new IllegalStateException("the database is away");
        return stored;
    }

    @Test
    void a_new_picture_is_seen_within_ten_seconds() {
        assertThat(pictures.of(linde)).isEqualTo("soup.webp");
        stored = "salad.webp";
        assertThat(pictures.of(linde)).isEqualTo("soup.webp");

        pass(Duration.ofSeconds(10));

        assertThat(pictures.of(linde)).isEqualTo("salad.webp");
    }

    @Test
    void while_the_database_is_away_the_last_one_is_shown_and_what_was_never_read_is_not() {
        pictures.of(linde);
        away = true;
        stored = "salad.webp";
        pass(Duration.ofMinutes(5));

        assertThat(pictures.of(linde)).isEqualTo("soup.webp");
        assertThatThrownBy(() -> pictures.of(krone)).isInstanceOf(IllegalStateException.class);

        away = false;
        pass(Duration.ofSeconds(10));
        assertThat(pictures.of(linde)).isEqualTo("salad.webp");
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
