package de.hypersoft.esolutions.portal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.reporting.Dimension;
import de.hypersoft.esolutions.reporting.Sum;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportWordsTest {

    private final PageModel model = new PageModel(
            PageModel.TEXTS.in("de").orElseThrow(),
            null,
            new PageModel.Session("tag", () -> "token"),
            "/portal",
            Instant.parse("2026-12-01T12:00:00Z"),
            new PageModel.Surroundings("", List.of(), true, List.of(), List.of()));

    @Test
    void each_thing_is_called_as_people_call_it() {
        assertThat(item(Dimension.DAY, "2026-12-01")).isEqualTo("Di. 01.12.2026");
        assertThat(item(Dimension.HOUR, "09")).isEqualTo("09 Uhr");
        assertThat(item(Dimension.WEEKDAY, "7")).isEqualTo("Sonntag");
        assertThat(item(Dimension.RATE, "7.00")).isEqualTo("7,00 %");
        assertThat(item(Dimension.TYPE, "DELIVERY")).isEqualTo("Lieferung");
        assertThat(item(Dimension.PAYMENT, "AT_DOOR")).isEqualTo("zahlt an der Tür");
        assertThat(item(Dimension.GUEST, "RETURNING")).isEqualTo("Wieder da");
        assertThat(item(Dimension.DISH, "101")).isEqualTo("Pizza");
    }

    @Test
    void how_much_more_it_is_is_said_only_where_there_was_something_before() {
        assertThat(ReportWords.change(model, 150, 100)).isEqualTo("(50 % mehr)");
        assertThat(ReportWords.change(model, 50, 100)).isEqualTo("(50 % weniger)");
        assertThat(ReportWords.change(model, 1_001, 1_000)).isEqualTo("(gleich viel)");
        assertThat(ReportWords.change(model, 100, 0)).isEmpty();
    }

    @Test
    void a_long_name_beside_a_bar_ends_early_and_no_sign_is_cut_in_half() {
        SalesReport.Line line = new SalesReport.Line("1", "🍕".repeat(40), Sum.NONE, Sum.NONE);

        assertThat(ReportWords.beside(model, Dimension.DISH, line)).isEqualTo("🍕".repeat(31) + "…");
    }

    private String item(Dimension by, String item) {
        return ReportWords.item(model, by, new SalesReport.Line(item, "Pizza", Sum.NONE, Sum.NONE));
    }
}
