package de.hypersoft.esolutions.http.head;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + ID + "-00f067aa0ba902b7-01",
                " 00-" + ID + "-00f067aa0ba902b7-00 ",
                "cc-" + ID + "-00f067aa0ba902b7-01-what-the-future-will-be-like"
            })
    void the_id_of_whoever_calls_is_kept(String parent) {
        assertThat(Trace.id(parent)).isEqualTo(ID);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ID,
                "00-" + ID + "-00f067aa0ba902b7",
                "00-" + ID + "-00f067aa0ba902b7-01-more",
                "ff-" + ID + "-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + ID + "-0000000000000000-01",
                "00-" + ID + "-00f067aa0ba902b7-01\nERROR forged"
            })
    void what_is_not_well_formed_is_no_id_and_a_new_one_is_made(String parent) {
        assertThat(Trace.id(parent)).matches("[0-9a-f]{32}").isNotEqualTo(ID);
    }

    @Test
    void no_two_requests_have_the_same() {
        assertThat(Trace.id(null)).isNotEqualTo(Trace.id(null));
    }
}
