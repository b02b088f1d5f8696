package de.hypersoft.esolutions.bench;

import de.hypersoft.esolutions.bench.restaurant.Ground;
import de.hypersoft.esolutions.bench.restaurant.Past;
import de.hypersoft.esolutions.bench.restaurant.SignedInManager;
import de.hypersoft.esolutions.bench.till.Measurements;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** How soon each report is there of a year in which a brand of three locations sold a million orders. */
final class MeasureReports {

    private static final int DAYS = 366;
    private static final int TIMES = 5;
    private static final String FIRST = "2025-01-01";
    private static final List<String> KINDS =
            List.of("DAY:1", "HOUR:14", "TYPE:2", "PAYMENT:2", "GUEST:2", "RATE:2", "DISH:150", "OPTION:80", "LOST:2");
    private static final List<String> REPORTS =
            List.of("day", "hour", "weekday", "dish", "option", "rate", "payment", "type", "location", "guest");

    private final BiConsumer<String, String> row;

    MeasureReports(BiConsumer<String, String> row) {
        this.row = row;
    }

    /** The sums that so many orders leave, each of the locations the same. */
    static void fill(Connection connection, boolean postgresql, UUID tenant, List<UUID> locations, int orders)
            throws SQLException {
        int each = orders / DAYS / locations.size();
        String days = Past.numbers(postgresql, 0, DAYS - 1);
        for (UUID location : locations)
            for (String kind : KINDS) {
                String[] parts = kind.split(":");
                String items = postgresql
                        ? "generate_series(1, " + parts[1] + ") as i(m)"
                        : "(select x as m from system_range(1, " + parts[1] + ")) i";
                Ground.run(
                        connection,
                        "insert into reporting.sale (tenant_id, kind, business_date, location_id, item, label, orders, pieces,"
                                + " gross_minor, net_minor, tax_minor, tip_minor) select ?, '" + parts[0] + "',"
                                + " date '" + FIRST + "' + cast(n as integer), ?, " + item(parts[0]) + ", case when '"
                                + parts[0] + "' in ('DISH', 'OPTION') then concat('Gericht ', m) else '' end, "
                                + each + ", " + 3 * each + ", " + 2_000L * each + ", " + 1_800L * each + ", "
                                + 200L * each + ", 0 from " + days + " cross join " + items,
                        tenant,
                        location);
            }
        Ground.run(connection, "update reporting.filling set done = true");
        Ground.run(connection, "analyze");
    }

    void measure(URI address) throws IOException, InterruptedException {
        SignedInManager manager = SignedInManager.at(address);
        HttpClient http = HttpClient.newHttpClient();
        String days = "&period=dates&from=" + FIRST + "&until="
                + LocalDate.parse(FIRST).plusDays(DAYS - 1) + "&versus=before";
        for (String by : REPORTS) {
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                HttpRequest request = HttpRequest.newBuilder(address.resolve("/portal/reports?by=" + by + days))
                        .header("Cookie", manager.cookies())
                        .build();
                long begin = System.nanoTime();
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                millis.add((System.nanoTime() - begin) / 1e6);
                if (answer.statusCode() != 200 || !answer.body().contains("<svg class=\"bars\""))
                    throw new IOException("no report by " + by + ": " + answer.statusCode());
            }
            Measurements figures = new Measurements(millis);
            row.accept(
                    "report of 1,000,000 orders by " + by,
                    "first %.0f ms, median %.0f ms".formatted(millis.get(0), figures.percentile(50)));
        }
    }

    private static String item(String kind) {
        return switch (kind) {
            case "DAY" -> "''";
            case "HOUR" -> "lpad(cast(m + 9 as varchar), 2, '0')";
            case "TYPE" -> "case when m = 1 then 'PICKUP' else 'DELIVERY' end";
            case "PAYMENT" -> "case when m = 1 then 'AT_PICKUP' else 'AT_DOOR' end";
            case "GUEST" -> "case when m = 1 then 'NEW' else 'RETURNING' end";
            case "RATE" -> "case when m = 1 then '7.00' else '19.00' end";
            case "LOST" -> "case when m = 1 then 'REJECTED' else 'CANCELLED' end";
            default -> "cast(m as varchar)";
        };
    }
}
