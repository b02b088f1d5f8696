package de.hypersoft.esolutions.portal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.reporting.Dimension;
import de.hypersoft.esolutions.reporting.ReadSales.Days;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportQueryTest {

    /** A Thursday. */
    private static final LocalDate TODAY = LocalDate.parse("2026-12-03");

    @Test
    void each_period_is_the_days_that_people_mean() {
        assertThat(days("today")).isEqualTo(days("2026-12-03", "2026-12-03"));
        assertThat(days("yesterday")).isEqualTo(days("2026-12-02", "2026-12-02"));
        assertThat(days("this-week")).isEqualTo(days("2026-11-30", "2026-12-03"));
        assertThat(days("last-week")).isEqualTo(days("2026-11-23", "2026-11-29"));
        assertThat(days("this-month")).isEqualTo(days("2026-12-01", "2026-12-03"));
        assertThat(days("last-month")).isEqualTo(days("2026-11-01", "2026-11-30"));
        assertThat(free("2026-02-01", "2026-02-28").days(TODAY)).isEqualTo(days("2026-02-01", "2026-02-28"));
    }

    @Test
    void weeks_and_months_are_compared_with_the_same_part_of_the_one_before_and_days_with_as_many() {
        assertThat(before("this-week", "before")).isEqualTo(days("2026-11-23", "2026-11-26"));
        assertThat(before("last-week", "before")).isEqualTo(days("2026-11-16", "2026-11-22"));
        assertThat(before("this-month", "before")).isEqualTo(days("2026-11-01", "2026-11-03"));
        assertThat(before("last-month", "before")).isEqualTo(days("2026-10-01", "2026-10-31"));
        assertThat(before("today", "before")).isEqualTo(days("2026-12-02", "2026-12-02"));
        assertThat(before("today", "week")).isEqualTo(days("2026-11-26", "2026-11-26"));
        assertThat(before("today", "year")).isEqualTo(days("2025-12-03", "2025-12-03"));
        ReportQuery ten = free("2026-02-11", "2026-02-20");
        assertThat(ten.before(ten.days(TODAY))).isEqualTo(days("2026-02-01", "2026-02-10"));
    }

    @Test
    void free_dates_that_are_none_are_said_and_today_is_meant() {
        assertThat(free("", "2026-02-01").wrong()).isEqualTo("from-missing");
        assertThat(free("gestern", "2026-02-01").wrong()).isEqualTo("from-missing");
        assertThat(free("2026-02-01", "").wrong()).isEqualTo("until-missing");
        assertThat(free("2026-02-02", "2026-02-01").wrong()).isEqualTo("until-before-from");
        assertThat(free("2000-01-01", "2026-02-01").wrong()).isEqualTo("too-many-days");
        assertThat(free("-999999999-01-01", "+999999999-12-31").wrong()).isEqualTo("from-missing");
        assertThat(free("2026-02-02", "2026-02-01").days(TODAY)).isEqualTo(days("2026-12-03", "2026-12-03"));
        assertThat(free("2017-01-01", "2026-01-01").wrong()).isEmpty();
        assertThat(new ReportQuery("", "today", "x", "y", "").wrong()).isEmpty();
    }

    @Test
    void what_cannot_be_read_counts_as_not_given() {
        ReportQuery query = new ReportQuery("<script>", "ever", "", "", "never");

        assertThat(query.by()).isEqualTo(Dimension.DAY);
        assertThat(query.period()).isEqualTo(ReportQuery.Period.THIS_WEEK);
        assertThat(query.versus()).isEqualTo(ReportQuery.Versus.BEFORE);
        assertThat(new ReportQuery("dish", "dates", "2026-01-01", "2026-01-31", "week")
                        .address("/portal/reports/export.csv"))
                .isEqualTo(
                        "/portal/reports/export.csv?by=dish&period=dates&versus=week&from=2026-01-01&until=2026-01-31");
    }

    private static Days days(String period) {
        return new ReportQuery("", period, "", "", "").days(TODAY);
    }

    private static Days before(String period, String versus) {
        ReportQuery query = new ReportQuery("", period, "", "", versus);
        return query.before(query.days(TODAY));
    }

    private static ReportQuery free(String from, String until) {
        return new ReportQuery("", "dates", from, until, "before");
    }

    private static Days days(String from, String until) {
        return new Days(LocalDate.parse(from), LocalDate.parse(until));
    }
}
