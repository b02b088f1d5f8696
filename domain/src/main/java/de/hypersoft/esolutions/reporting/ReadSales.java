package de.hypersoft.esolutions.reporting;

import de.hypersoft.esolutions.kernel.database.Sql;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was sold on some business days, of the locations of a scope. Reads sums, so it takes no longer for a million orders. */
@ApplicationScoped
@Transactional
public class ReadSales {

    private static final String SUMS = ", sum(orders) as orders, sum(pieces) as pieces, sum(gross_minor) as gross,"
            + " sum(net_minor) as net, sum(tax_minor) as tax, sum(tip_minor) as tip from reporting.sale"
            + " where tenant_id = ? and kind = ? and business_date >= ? and business_date <= ?";

    private final EntityManager entities;

    @Inject
    ReadSales(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param item what of its dimension, as that says
     * @param label its newest name; empty for what is no dish or option
     */
    public record Row(String item, String label, Sum sum) {}

    /** @param from the first business day, {@code until} the last */
    public record Days(LocalDate from, LocalDate until) {}

    /** One row for each item of which anything was sold, by item. */
    public List<Row> by(Dimension dimension, Scope scope, Days days) {
        List<Row> rows = rows(dimension.kind(), dimension.column(), scope, days);
        if (dimension != Dimension.WEEKDAY) return rows;
        Map<String, Row> weekdays = new LinkedHashMap<>();
        for (Row row : rows) {
            String weekday =
                    String.valueOf(LocalDate.parse(row.item()).getDayOfWeek().getValue());
            weekdays.merge(weekday, new Row(weekday, "", row.sum()), ReadSales::together);
        }
        return weekdays.values().stream()
                .sorted((one, other) -> one.item().compareTo(other.item()))
                .toList();
    }

    /** All that was sold. */
    public Sum sold(Scope scope, Days days) {
        return rows(Kind.DAY, "item", scope, days).stream().map(Row::sum).reduce(Sum.NONE, Sum::plus);
    }

    /** What was rejected or cancelled, which is in no other sum; items are REJECTED and CANCELLED. */
    public List<Row> lost(Scope scope, Days days) {
        return rows(Kind.LOST, "item", scope, days);
    }

    /** Until when the orders are counted that were there before anything was; empty once all are. */
    public Optional<Instant> behind() {
        return new Sql(entities)
                        .rows(
                                "select reached_at from reporting.filling where name = 'sales' and done = false",
                                List.of(),
                                row -> Optional.ofNullable(row.getTimestamp("reached_at"))
                                        .map(java.sql.Timestamp::toInstant)
                                        .orElse(Instant.EPOCH))
                        .stream()
                        .findFirst();
    }

    private List<Row> rows(Kind kind, String column, Scope scope, Days days) {
        List<Object> values = new ArrayList<>(List.of(scope.tenant().value(), kind.name(), days.from(), days.until()));
        String places = "";
        if (scope instanceof Scope.Places some) {
            if (some.locations().isEmpty()) return List.of();
            places = " and location_id in " + Sql.in(some.locations().size());
            values.addAll(Sql.padded(
                    some.locations().stream().map(LocationId::value).sorted().toList()));
        }
        Map<String, Row> byItem = new LinkedHashMap<>();
        new Sql(entities)
                .rows(
                        "select " + column + " as shown, label, max(business_date) as newest" + SUMS + places
                                + " group by " + column + ", label order by " + column + ", newest",
                        values,
                        ReadSales::row)
                .forEach(row -> byItem.merge(row.item(), row, ReadSales::together));
        return byItem.values().stream()
                .filter(row -> !row.sum().equals(Sum.NONE))
                .toList();
    }

    /** Under the name of the later one. */
    private static Row together(Row before, Row later) {
        return new Row(later.item(), later.label(), before.sum().plus(later.sum()));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("shown"),
                row.getString("label"),
                new Sum(
                        row.getLong("orders"),
                        row.getLong("pieces"),
                        row.getLong("gross"),
                        row.getLong("net"),
                        row.getLong("tax"),
                        row.getLong("tip")));
    }
}
