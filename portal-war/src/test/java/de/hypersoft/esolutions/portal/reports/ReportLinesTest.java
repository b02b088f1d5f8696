package de.hypersoft.esolutions.portal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.reporting.Dimension;
import de.hypersoft.esolutions.reporting.ReadSales.Days;
import de.hypersoft.esolutions.reporting.ReadSales.Row;
import de.hypersoft.esolutions.reporting.Sum;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportLinesTest {

    private static final Days WEEK = days("2026-11-23", "2026-11-29");
    private static final Days BEFORE = days("2026-11-16", "2026-11-22");

    @Test
    void a_day_stands_beside_the_one_of_the_week_before_and_days_without_sales_are_shown() {
        List<SalesReport.Line> lines = SalesReport.lines(
                Dimension.DAY,
                List.of(row("2026-11-24", "", 500)),
                List.of(row("2026-11-17", "", 300), row("2026-11-22", "", 100)),
                WEEK,
                BEFORE);

        assertThat(lines).hasSize(7);
        assertThat(lines.get(1)).isEqualTo(new SalesReport.Line("2026-11-24", "", sum(500), sum(300)));
        assertThat(lines.get(6)).isEqualTo(new SalesReport.Line("2026-11-29", "", Sum.NONE, sum(100)));
    }

    @Test
    void what_sold_most_comes_first_and_what_sold_only_before_comes_last() {
        List<SalesReport.Line> lines = SalesReport.lines(
                Dimension.DISH,
                List.of(row("1", "Aal", 100), row("2", "Brot", 300)),
                List.of(row("2", "Brötchen", 50), row("3", "Creme", 900)),
                WEEK,
                BEFORE);

        assertThat(lines)
                .containsExactly(
                        new SalesReport.Line("2", "Brot", sum(300), sum(50)),
                        new SalesReport.Line("1", "Aal", sum(100), Sum.NONE),
                        new SalesReport.Line("3", "Creme", Sum.NONE, sum(900)));
        RankChart chart = RankChart.of(lines);
        assertThat(chart.bars()).extracting(RankChart.Bar::length).containsExactly(1_200, 400, 0);
        assertThat(chart.bars()).extracting(RankChart.Bar::behind).containsExactly(200, 0, 3_600);
    }

    @Test
    void all_seven_weekdays_and_the_hours_stand_in_their_order() {
        assertThat(SalesReport.lines(Dimension.WEEKDAY, List.of(row("3", "", 1)), List.of(), WEEK, BEFORE))
                .extracting(SalesReport.Line::item)
                .containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(SalesReport.lines(
                        Dimension.HOUR,
                        List.of(row("18", "", 1), row("09", "", 2)),
                        List.of(row("11", "", 3)),
                        WEEK,
                        BEFORE))
                .extracting(SalesReport.Line::item)
                .containsExactly("09", "11", "18");
    }

    @Test
    void the_chart_of_a_year_has_a_bar_for_each_month_and_of_nothing_none() {
        Days year = days("2025-01-01", "2025-12-31");
        List<Row> sold = IntStream.range(0, 365)
                .mapToObj(n -> row(year.from().plusDays(n).toString(), "", 100))
                .toList();
        List<SalesReport.Line> lines =
                SalesReport.lines(Dimension.DAY, sold, List.of(), year, days("2024-01-01", "2024-12-31"));

        assertThat(report(year, lines).bars()).hasSize(12).first().satisfies(january -> {
            assertThat(january.item()).isEqualTo("2025-01-01");
            assertThat(january.sum().gross()).isEqualTo(3_100);
        });
        assertThat(lines).hasSize(365);
        assertThat(SalesReport.lines(Dimension.DAY, List.of(), List.of(), year, BEFORE))
                .isEmpty();
        assertThat(report(year, List.of()).bars()).isEmpty();
    }

    private static SalesReport.Report report(Days days, List<SalesReport.Line> lines) {
        return new SalesReport.Report(
                Dimension.DAY, days, BEFORE, false, Sum.NONE, Sum.NONE, lines, List.of(), Optional.empty());
    }

    private static Row row(String item, String label, long gross) {
        return new Row(item, label, sum(gross));
    }

    private static Sum sum(long gross) {
        return new Sum(1, 1, gross, gross, 0, 0);
    }

    private static Days days(String from, String until) {
        return new Days(LocalDate.parse(from), LocalDate.parse(until));
    }
}
