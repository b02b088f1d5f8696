package de.hypersoft.esolutions.reporting;

import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.database.Sql;
import de.hypersoft.esolutions.reporting.OrderShares.Share;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Changes of the sums, gathered in memory and stored together; by one transaction at a time. */
final class SaleSums {

    private static final int LONGEST = 300;

    private static final String MEANT =
            " where tenant_id = ? and kind = ? and business_date = ? and location_id = ? and item = ?";

    private static final String BEGIN =
            "insert into reporting.sale (tenant_id, kind, business_date, location_id, item, label,"
                    + " orders, pieces, gross_minor, net_minor, tax_minor, tip_minor) select cast(? as uuid), cast(? as varchar),"
                    + " cast(? as date), cast(? as uuid), cast(? as varchar), '', 0, 0, 0, 0, 0, 0"
                    + " where not exists (select 1 from reporting.sale" + MEANT + ")";

    private static final String ADD = "update reporting.sale set label = ?, orders = orders + ?, pieces = pieces + ?,"
            + " gross_minor = gross_minor + ?, net_minor = net_minor + ?, tax_minor = tax_minor + ?,"
            + " tip_minor = tip_minor + ?" + MEANT;

    private final Map<Cell, Share> changes = new LinkedHashMap<>();

    void add(UUID tenant, UUID location, LocalDate day, Map<OrderShares.Key, Share> shares) {
        shares.forEach((key, share) -> change(tenant, location, day, key, share.label(), share.sum()));
    }

    void takeBack(UUID tenant, UUID location, LocalDate day, Map<OrderShares.Key, Share> shares) {
        shares.forEach((key, share) ->
                change(tenant, location, day, key, share.label(), share.sum().negated()));
    }

    private void change(UUID tenant, UUID location, LocalDate day, OrderShares.Key key, String label, Sum sum) {
        changes.merge(
                new Cell(tenant, key.kind(), day, location, item(key.item())),
                new Share(label(label), sum),
                (before, more) -> new Share(more.label(), before.sum().plus(more.sum())));
    }

    void store(EntityManager entities) {
        List<List<Object>> begun = new ArrayList<>();
        List<List<Object>> added = new ArrayList<>();
        changes.forEach((cell, share) -> {
            List<Object> meant = List.of(cell.tenant(), cell.kind().name(), cell.day(), cell.location(), cell.item());
            List<Object> twice = new ArrayList<>(meant);
            twice.addAll(meant);
            begun.add(twice);
            Sum sum = share.sum();
            List<Object> values = new ArrayList<>(
                    List.of(share.label(), sum.orders(), sum.pieces(), sum.gross(), sum.net(), sum.tax(), sum.tip()));
            values.addAll(meant);
            added.add(values);
        });
        if (added.isEmpty()) return;
        Sql sql = new Sql(entities);
        sql.changeEach(BEGIN, begun);
        if (sql.changeEach(ADD, added) != added.size())
            throw new IllegalStateException("a sum was not there to be changed");
    }

    private static String item(String item) {
        return item.length() <= LONGEST ? item : Secret.hashOf(item);
    }

    /** Names have any length; a picture that needs two chars is not cut in half. */
    private static String label(String name) {
        if (name.length() <= LONGEST) return name;
        return name.substring(0, Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
