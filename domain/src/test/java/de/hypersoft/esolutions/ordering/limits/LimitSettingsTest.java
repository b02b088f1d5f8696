package de.hypersoft.esolutions.ordering.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitSettingsTest {

    private static final LimitSettings.Most MOST = new LimitSettings.Most(1, 2, 3, 4, 5);
    private static final LimitSettings.Most NO_LIMIT = new LimitSettings.Most(0, 0, 0, 0, 0);
    private static final LimitSettings.Free FREE = new LimitSettings.Free(6, 7, 8, 9);
    private static final LimitSettings.Free NO_QUESTION = new LimitSettings.Free(0, 0, 0, 0);

    @Test
    void each_number_limits_what_it_is_named_after() {
        LimitSettings settings = settings(true, Optional.of("mail.example"), 15, 10);

        assertThat(settings.most()).isEqualTo(MOST);
        assertThat(settings.free()).isEqualTo(FREE);
        assertThat(settings.asking())
                .isEqualTo(new LimitSettings.Asking(Duration.ofMinutes(15), Duration.ofMinutes(10)));
    }

    @Test
    void without_a_mail_server_nobody_is_asked_and_the_limits_hold() {
        for (String server : new String[] {"", " "}) {
            LimitSettings settings = settings(true, Optional.of(server), 15, 10);

            assertThat(settings.most()).isEqualTo(MOST);
            assertThat(settings.free()).isEqualTo(NO_QUESTION);
        }
        assertThat(settings(true, Optional.empty(), 15, 10).free()).isEqualTo(NO_QUESTION);
    }

    @Test
    void where_nothing_is_limited_nobody_is_asked_either() {
        LimitSettings settings = settings(false, Optional.of("mail.example"), 15, 10);

        assertThat(settings.most()).isEqualTo(NO_LIMIT);
        assertThat(settings.free()).isEqualTo(NO_QUESTION);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_441})
    void a_link_that_is_good_for_no_time_or_for_more_than_a_day_is_no_setting(int minutes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(true, Optional.empty(), minutes, 10))
                .withMessageContaining("not " + minutes);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(true, Optional.empty(), 15, minutes))
                .withMessageContaining("not " + minutes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_440})
    void one_minute_and_one_day_are_settings(int minutes) {
        Duration time = Duration.ofMinutes(minutes);

        assertThat(settings(true, Optional.empty(), minutes, minutes).asking())
                .isEqualTo(new LimitSettings.Asking(time, time));
    }

    private static LimitSettings settings(boolean limited, Optional<String> mailServer, int within, int again) {
        return new LimitSettings(limited, mailServer, 1, 2, 3, 4, 5, 6, 7, 8, 9, within, again);
    }
}
