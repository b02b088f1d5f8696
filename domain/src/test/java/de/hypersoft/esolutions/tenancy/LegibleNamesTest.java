package de.hypersoft.esolutions.tenancy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.identity.UserRights;
import de.hypersoft.esolutions.kernel.Invalid;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that staff, managers and guests read are those that they seem to be. */
class LegibleNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u202Enim", "a\u2066b", "Lin\u200Bde", "Linde\uD83C"})
    void no_name_of_a_user_a_place_or_a_domain_turns_round_or_hides_something(String name) {
        refused(() -> UserRights.staff("Linde " + name), "unseen-character");
        refused(() -> place("Linde " + name, "Hauptstr. 1").legible(), "unseen-character");
        refused(() -> place("Linde", name + " Hauptstr. 1").legible(), "unseen-character");
        if (name.indexOf(0x200B) < 0) // which is no part of a host, and left out
        assertThatThrownBy(() -> HostName.parse("lin" + name + ".example")).isInstanceOf(Invalid.class);
    }

    private static void refused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> org.assertj.core.api.Assertions.assertThat(refused.code())
                                .isEqualTo(code));
    }

    private static LocationDetails place(String name, String street) {
        return new LocationDetails(
                name,
                street,
                "10115",
                "Berlin",
                "DE",
                "030 123456",
                "Linde GmbH",
                "",
                ZoneId.of("Europe/Berlin"),
                LocalTime.of(6, 0),
                Set.of(OrderType.PICKUP),
                20,
                "a@b.example",
                null,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                LocationLimits.DEFAULT);
    }
}
