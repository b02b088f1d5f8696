package de.hypersoft.esolutions.portal.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.portal.pos.catalog.AvailabilityResource;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "tomorrow",
                ""
            })
    void a_moment_that_no_page_could_show_is_refused_by_the_name_of_its_member(String text) {
        assertThatThrownBy(() -> Bodies.instant(text, "at")).isInstanceOfSatisfying(Invalid.class, refused -> {
            assertThat(refused.code()).isEqualTo("invalid-time");
            assertThat(refused.field()).isEqualTo("at");
        });
    }

    @Test
    void a_clock_that_was_never_set_is_believed_for_what_it_is() {
        assertThat(Bodies.instant("1970-01-01T00:00:00Z", "at")).isEqualTo(Instant.EPOCH);
        assertThat(Bodies.instant("2026-11-22T18:03:11.250Z", "at")).isEqualTo("2026-11-22T18:03:11.250Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seq | 4294967297 | out-of-range
            seq | 2147483648 | out-of-range
            seq | 1.9        | wrong-type
            seq | 1e-3       | wrong-type
            seq | -1         | out-of-range
            seq | "1"        | wrong-type
            seq | true       | wrong-type
            seq | [1]        | wrong-type
            seq | {"n":1}    | wrong-type
            fence | 1.5                    | wrong-type
            fence | 18446744073709551617   | out-of-range
            fence | 9223372036854775808    | out-of-range
            fence | -7                     | out-of-range
            type    | 5      | wrong-type
            at      | 0      | wrong-type
            reason  | {}     | wrong-type
            receipt | "R-1"  | wrong-type
            receipt | [1]    | wrong-type
            """)
    void a_member_that_is_not_what_it_should_be_is_refused_by_its_name_and_never_cut_to_fit(
            String member, String value, String code) {
        refused(
                code,
                member,
                () -> Bodies.read("{\"" + member + "\":" + value + "}", HandedOrdersResource.EventBody.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            journalSeq  | 1.5                    | wrong-type
            journalSeq  | 1180591620717411303424 | out-of-range
            journalSeq  | 1e400                  | out-of-range
            journalSeq  | 1e99999999999          | out-of-range
            journalSeq  | -1                     | out-of-range
            journalId   | 5                      | wrong-type
            max         | 2.5                    | wrong-type
            max         | 4294967316             | out-of-range
            waitSeconds | -25                    | out-of-range
            """)
    void a_number_that_no_journal_can_have_told_accuses_nobody_of_a_cloned_disk(
            String member, String value, String code) {
        refused(code, member, () -> Bodies.read("{\"" + member + "\":" + value + "}", ClaimsResource.Request.class));
    }

    @Test
    void a_wrong_number_deep_in_a_body_is_named_by_its_path() {
        refused(
                "wrong-type",
                "items[1].fence",
                () -> Bodies.read(
                        "{\"items\":[{\"orderId\":\"a\",\"fence\":1},{\"orderId\":\"b\",\"fence\":1.5}]}",
                        AcknowledgementsResource.Request.class));
        refused("wrong-type", "items", () -> Bodies.read("{\"items\":{}}", AcknowledgementsResource.Request.class));
        refused("wrong-type", "items[0]", () -> Bodies.read("{\"items\":[7]}", AcknowledgementsResource.Request.class));
        refused(
                "out-of-range",
                "counters[0].remaining",
                () -> Bodies.read(
                        "{\"counters\":[{\"articleId\":\"101\",\"remaining\":4294967297}]}",
                        AvailabilityResource.Request.class));
        refused(
                "wrong-type",
                "unblocks[0]",
                () -> Bodies.read("{\"unblocks\":[101]}", AvailabilityResource.Request.class));
        refused(
                "wrong-type",
                "complete",
                () -> Bodies.read("{\"complete\":\"yes\"}", AvailabilityResource.Request.class));
        refused("wrong-type", "body", () -> Bodies.read("[]", AvailabilityResource.Request.class));
        refused(
                "out-of-range",
                "fence",
                () -> Bodies.read("{\"fence\":1,\"fence\":-1}", HandedOrdersResource.RefusalBody.class));
    }

    @Test
    void what_a_till_says_twice_is_refused_by_its_path_and_never_read_as_either() {
        refused(
                "invalid-value",
                "items[0].fence",
                () -> Bodies.read(
                        "{\"items\":[{\"orderId\":\"a\",\"fence\":1,\"fence\":2}]}",
                        AcknowledgementsResource.Request.class));
        assertThat(Bodies.read("{\"later\":1,\"later\":2,\"fence\":7}", HandedOrdersResource.RefusalBody.class)
                        .fence())
                .isEqualTo(7);
    }

    @Test
    void whole_numbers_up_to_their_limit_are_taken_however_they_are_written() {
        HandedOrdersResource.EventBody highest =
                Bodies.read("{\"fence\":9223372036854775807,\"seq\":2147483647}", HandedOrdersResource.EventBody.class);
        HandedOrdersResource.EventBody written =
                Bodies.read("{\"fence\":1e2,\"seq\":1.0}", HandedOrdersResource.EventBody.class);

        assertThat(highest.fence()).isEqualTo(Long.MAX_VALUE);
        assertThat(highest.seq()).isEqualTo(Integer.MAX_VALUE);
        assertThat(written.fence()).isEqualTo(100);
        assertThat(written.seq()).isEqualTo(1);
        assertThat(Bodies.read("{\"journalSeq\":0}", ClaimsResource.Request.class)
                        .journalSeq())
                .isZero();
    }

    @Test
    void members_that_nobody_knows_and_nulls_disturb_nobody() {
        HandedOrdersResource.EventBody event = Bodies.read(
                "{\"later\":[1.5,{\"fence\":\"x\"}],\"seq\":null,\"fence\":7,\"more\":{\"seq\":-1},"
                        + "\"receipt\":{\"number\":1.5,\"lines\":[{}]},\"type\":\"BOOKED\"}",
                HandedOrdersResource.EventBody.class);

        assertThat(event.fence()).isEqualTo(7);
        assertThat(event.seq()).isNull();
        assertThat(event.type()).isEqualTo("BOOKED");
        assertThat(String.valueOf(event.receipt())).isEqualTo("{\"number\":1.5,\"lines\":[{}]}");
    }

    @Test
    void the_name_of_a_journal_is_refused_for_what_is_wrong_with_it() {
        refused("required", "journalId", () -> Bodies.journal(null, 1L, null));
        refused("required", "journalId", () -> Bodies.journal(" ", 1L, null));
        refused("too-long", "journalId", () -> Bodies.journal("j".repeat(65), 1L, null));
        refused("too-long", "Idempotency-Key", () -> Bodies.journal("j", 1L, "k".repeat(65)));
        assertThat(Bodies.journal("j".repeat(64), 1L, null).id()).hasSize(64);
    }

    private static void refused(String code, String field, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Invalid.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.field()).isEqualTo(field);
        });
    }
}
