package de.hypersoft.esolutions.acme.renewal;

import static de.hypersoft.esolutions.certificates.CertificateState.ACTIVE;
import static de.hypersoft.esolutions.certificates.CertificateState.FAILED;
import static de.hypersoft.esolutions.certificates.CertificateState.PROVING;
import static de.hypersoft.esolutions.certificates.CertificateState.RETIRED;
import static de.hypersoft.esolutions.certificates.CertificateState.STAGED;
import static de.hypersoft.esolutions.certificates.Source.ACME;
import static de.hypersoft.esolutions.certificates.Source.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.CertificateState;
import de.hypersoft.esolutions.certificates.CertificateView;
import de.hypersoft.esolutions.certificates.Source;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is to be done for one host, day by day; day 0 is 1 January 2027. */
class RenewalPlanTest {

    private static final Instant DAY_0 = Instant.parse("2027-01-01T00:00:00Z");

    private final List<CertificateView> all = new ArrayList<>();
    private @Nullable UUID standsFor;
    private @Nullable Instant obtainedAt;

    @Test
    void a_domain_without_any_certificate_gets_one_at_once() {
        assertThat(on(0).act()).isEqualTo(RenewalPlan.Act.ORDER);
    }

    @Test
    void what_was_obtained_is_activated_when_nothing_is_served() {
        CertificateView obtained = add(ACME, STAGED, 0, 90);

        assertThat(on(0)).satisfies(plan -> {
            assertThat(plan.act()).isEqualTo(RenewalPlan.Act.ACTIVATE);
            assertThat(plan.certificate()).isEqualTo(obtained);
        });
    }

    @Test
    void while_one_is_being_proven_nothing_else_is_begun() {
        add(ACME, PROVING, 0, 90);

        assertThat(on(0).act()).isEqualTo(RenewalPlan.Act.REST);
    }

    @Test
    void the_automatic_one_rests_until_a_third_of_its_life_is_left_and_is_then_ordered_anew() {
        add(ACME, ACTIVE, 0, 90);

        assertThat(on(1)).satisfies(plan -> {
            assertThat(plan.act()).isEqualTo(RenewalPlan.Act.REST);
            assertThat(plan.until()).isEqualTo(day(60));
        });
        assertThat(on(59).act()).isEqualTo(RenewalPlan.Act.REST);
        assertThat(on(60).act()).isEqualTo(RenewalPlan.Act.ORDER);
    }

    @Test
    void the_renewed_one_takes_the_place_of_the_one_before() {
        add(ACME, ACTIVE, 0, 90);
        CertificateView renewed = add(ACME, STAGED, 60, 90);
        obtainedAt = day(60);

        assertThat(on(60).certificate()).isEqualTo(renewed);
    }

    @Test
    void a_person_who_went_back_to_the_automatic_one_before_is_obeyed() {
        add(ACME, ACTIVE, 0, 90);
        add(ACME, RETIRED, 50, 90);
        obtainedAt = day(50);

        assertThat(on(55).act()).isEqualTo(RenewalPlan.Act.REST);
        assertThat(on(60).act()).isEqualTo(RenewalPlan.Act.ORDER);
    }

    @Test
    void one_that_did_not_show_is_tried_again() {
        add(ACME, ACTIVE, 0, 90);
        CertificateView failed = add(ACME, FAILED, 60, 90);

        assertThat(on(61).certificate()).isEqualTo(failed);
    }

    @Test
    void T48_a_young_uploaded_one_needs_no_net_a_third_before_its_end_it_gets_one() {
        add(UPLOAD, ACTIVE, 0, 90);

        assertThat(on(10)).satisfies(plan -> {
            assertThat(plan.act()).isEqualTo(RenewalPlan.Act.REST);
            assertThat(plan.until()).isEqualTo(day(60));
        });
        assertThat(on(60).act()).isEqualTo(RenewalPlan.Act.ORDER);
    }

    @Test
    void T48_the_one_behind_waits_and_takes_over_three_days_before_the_end() {
        add(UPLOAD, ACTIVE, 0, 90);
        CertificateView held = add(ACME, STAGED, 60, 90);
        obtainedAt = day(60);

        assertThat(on(61)).satisfies(plan -> {
            assertThat(plan.act()).isEqualTo(RenewalPlan.Act.REST);
            assertThat(plan.until()).isEqualTo(day(87));
        });
        assertThat(on(87).certificate()).isEqualTo(held);
    }

    @Test
    void a_newer_upload_goes_first_and_the_automatic_one_is_kept_behind_it() {
        add(UPLOAD, RETIRED, 0, 90);
        add(ACME, RETIRED, 60, 90);
        add(UPLOAD, ACTIVE, 88, 90);
        obtainedAt = day(60);

        assertThat(on(89).act()).isEqualTo(RenewalPlan.Act.REST);
        assertThat(on(89).until()).isEqualTo(day(148));
    }

    @Test
    void a_person_who_went_back_to_the_uploaded_one_is_overruled_only_when_it_has_ended() {
        CertificateView uploaded = add(UPLOAD, ACTIVE, 0, 90);
        add(ACME, RETIRED, 60, 90);
        obtainedAt = day(60);
        standsFor = uploaded.id();

        assertThat(on(88)).satisfies(plan -> {
            assertThat(plan.act()).isEqualTo(RenewalPlan.Act.REST);
            assertThat(plan.until()).isEqualTo(day(90));
        });
        assertThat(on(90).act()).isEqualTo(RenewalPlan.Act.ACTIVATE);
    }

    @Test
    void one_that_ends_before_the_uploaded_one_does_not_take_over_and_is_not_ordered_again_every_minute() {
        add(UPLOAD, ACTIVE, 0, 200);
        add(ACME, STAGED, 196, 2);
        obtainedAt = day(196);

        assertThat(on(197).act()).isEqualTo(RenewalPlan.Act.ORDER);
        obtainedAt = day(197).minus(Duration.ofHours(1));
        assertThat(on(197).act()).isEqualTo(RenewalPlan.Act.REST);
    }

    @Test
    void a_clock_that_is_far_ahead_orders_once_a_day_at_most() {
        add(ACME, ACTIVE, 0, 90);
        obtainedAt = day(80);

        assertThat(on(80)).satisfies(plan -> {
            assertThat(plan.act()).isEqualTo(RenewalPlan.Act.REST);
            assertThat(plan.until()).isEqualTo(day(81));
        });
    }

    private RenewalPlan on(int day) {
        return RenewalPlan.of(
                new RenewalPlan.Facts(all, new KnownRenewalWindow("", null, null), standsFor, obtainedAt, day(day)));
    }

    private CertificateView add(Source source, CertificateState state, int from, int days) {
        CertificateView one = new CertificateView(
                UUID.randomUUID(),
                new TenantId(new UUID(0, 1)),
                new HostName("shop.gasthaus.example"),
                source,
                "0".repeat(64),
                "1",
                "CN=x",
                List.of("shop.gasthaus.example"),
                day(from),
                day(from + days),
                "EC",
                256,
                state,
                day(from),
                "",
                null,
                day(from),
                "test",
                true);
        all.add(0, one);
        return one;
    }

    private static Instant day(int day) {
        return DAY_0.plus(Duration.ofDays(day));
    }
}
