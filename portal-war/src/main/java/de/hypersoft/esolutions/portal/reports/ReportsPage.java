package de.hypersoft.esolutions.portal.reports;

import de.hypersoft.esolutions.portal.dashboard.BarChart;
import de.hypersoft.esolutions.portal.layout.NoTenantPage;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.portal.layout.PageModels;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.reporting.Dimension;
import de.hypersoft.esolutions.reporting.Sum;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** What was sold on some days, by one thing at a time; as a page, and as files of any size. */
@RequestScoped
@Path("reports")
public class ReportsPage {

    @Inject
    private VisibleLocations visible;

    @Inject
    private SalesReport sales;

    @Inject
    private OrderExport orders;

    @Inject
    private PageModels models;

    /**
     * What the page shows.
     *
     * @param bars what the chart of days and hours shows, which follow each other
     * @param ranks the chart of all else
     */
    public record Shown(
            ReportQuery query,
            SalesReport.Report report,
            List<SalesReport.Line> bars,
            BarChart chart,
            RankChart ranks,
            Currency currency,
            List<VisibleLocations.Site> sites) {

        public ZoneId zone() {
            return sites.get(0).location().zone();
        }

        public Dimension by() {
            return report.by();
        }

        /** In cents; nothing without orders. */
        public long average() {
            Sum sum = report.sum();
            return sum.orders() == 0 ? 0 : Math.round((double) sum.gross() / sum.orders());
        }

        /** Whether what is under a bar has room: of many days every few. */
        public boolean labelled(int bar) {
            int room = by() == Dimension.HOUR ? 12 : 16;
            return bar % Math.max(1, (bars.size() + room - 1) / room) == 0;
        }
    }

    @GET
    public View show(@BeanParam ReportQuery query) {
        if (visible.shown().isEmpty()) return NoTenantPage.in("reports");
        SalesReport.Report report = sales.read(query);
        List<SalesReport.Line> bars = report.by().timely() ? report.bars() : List.of();
        return View.of(
                ReportsPage.class,
                new Shown(
                        query,
                        report,
                        bars,
                        BarChart.of(
                                bars.stream().map(SalesReport.Line::item).toList(),
                                bars.stream()
                                        .map(line -> Math.max(0, line.sum().gross()))
                                        .toList(),
                                bars.stream()
                                        .map(line -> Math.max(0, line.before().gross()))
                                        .toList()),
                        RankChart.of(report.lines()),
                        visible.brand().currency(),
                        visible.shown()));
    }

    /** The report as it is shown, with amounts as programs read them. */
    @GET
    @Path("export.csv")
    public Response export(@BeanParam ReportQuery query) {
        return export(query, Kind.CSV);
    }

    @GET
    @Path("export.xlsx")
    public Response workbook(@BeanParam ReportQuery query) {
        return export(query, Kind.XLSX);
    }

    /** All orders of these days, those that were cancelled too. */
    @GET
    @Path("orders.csv")
    public Response orders(@BeanParam ReportQuery query) {
        return orders(query, Kind.CSV);
    }

    @GET
    @Path("orders.xlsx")
    public Response ordersWorkbook(@BeanParam ReportQuery query) {
        return orders(query, Kind.XLSX);
    }

    private Response export(ReportQuery query, Kind kind) {
        SalesReport.Report report = sales.read(query);
        PageModel model = models.current();
        Currency currency = visible.brand().currency();
        String name = "sales-" + ReportQuery.key(report.by()) + "-"
                + report.days().from() + "-" + report.days().until();
        return file(kind, name, table -> write(model, report, currency, table));
    }

    private Response orders(ReportQuery query, Kind kind) {
        PageModel model = models.current();
        List<VisibleLocations.Site> sites = visible.shown();
        var days = query.days(sales.today());
        String name = "orders-" + days.from() + "-" + days.until();
        return file(kind, name, table -> orders.write(model, sites, days, table));
    }

    private interface Content {
        void to(Table table) throws IOException;
    }

    private enum Kind {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        Table to(OutputStream out) throws IOException {
            return this == CSV ? new CsvTable(out) : new XlsxTable(out);
        }
    }

    private static Response file(Kind kind, String name, Content content) {
        StreamingOutput written = out -> {
            try (Table table = kind.to(out)) {
                content.to(table);
            }
        };
        String full = name + "." + kind.name().toLowerCase(Locale.ROOT);
        return Response.ok(written, kind.type)
                .header("Content-Disposition", "attachment; filename=\"" + full + "\"")
                .build();
    }

    private static void write(PageModel model, SalesReport.Report report, Currency currency, Table table)
            throws IOException {
        table.row(List.of(
                model.word("reports", "by-" + report.by()),
                "id",
                model.text("home.orders"),
                model.text("reports.pieces"),
                model.text("reports.gross"),
                model.text("reports.net"),
                model.text("reports.tax"),
                model.text("reports.tip"),
                model.text("reports.before"),
                model.text("reports.currency")));
        for (SalesReport.Line line : report.lines())
            table.row(List.of(
                    ReportWords.item(model, report.by(), line),
                    line.item(),
                    BigDecimal.valueOf(line.sum().orders()),
                    BigDecimal.valueOf(line.sum().pieces()),
                    ReportWords.amount(line.sum().gross(), currency),
                    ReportWords.amount(line.sum().net(), currency),
                    ReportWords.amount(line.sum().tax(), currency),
                    ReportWords.amount(line.sum().tip(), currency),
                    ReportWords.amount(line.before().gross(), currency),
                    currency.getCurrencyCode()));
    }
}
