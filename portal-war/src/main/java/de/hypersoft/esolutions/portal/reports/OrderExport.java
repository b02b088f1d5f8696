package de.hypersoft.esolutions.portal.reports;

import de.hypersoft.esolutions.closing.BusinessDay;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.search.OrderWalk;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.portal.layout.VisibleLocations.Site;
import de.hypersoft.esolutions.reporting.ReadSales.Days;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.LocationView;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the orders of some business days, a few hundred in memory at a time, however many there are. */
@RequestScoped
public class OrderExport {

    private static final int TOGETHER = 200;

    /** As spreadsheets know a moment. */
    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Orders orders;

    @Inject
    public OrderExport(OrderWalk walk) {
        this(walk::placed);
    }

    OrderExport(Orders orders) {
        this.orders = orders;
    }

    /** As {@link OrderWalk#placed}. */
    interface Orders {
        List<OrderWalk.Stored> placed(Scope scope, OrderWalk.Place behind, Instant until, int most);
    }

    /** Who the guests were is not in it. */
    void write(PageModel model, List<Site> sites, Days days, Table table) throws IOException {
        table.row(List.of(
                model.text("days.day"),
                model.text("reports.placed-at"),
                model.text("reports.by-LOCATION"),
                model.text("reports.number"),
                model.text("reports.by-TYPE"),
                model.text("reports.status"),
                model.text("reports.by-PAYMENT"),
                model.text("reports.items"),
                model.text("reports.gross"),
                model.text("reports.net"),
                model.text("reports.tax"),
                model.text("reports.tip"),
                model.text("reports.by-RATE"),
                model.text("reports.currency")));
        Map<List<Object>, List<Site>> sameDays = sites.stream()
                .collect(Collectors.groupingBy(
                        site -> List.of(site.location().zone(), site.location().cutoff()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        for (List<Site> same : sameDays.values())
            write(model, same, days, table, same.get(0).location());
    }

    private void write(PageModel model, List<Site> same, Days days, Table table, LocationView one) throws IOException {
        Map<LocationId, Site> places = same.stream().collect(Collectors.toMap(Site::id, Function.identity()));
        Scope scope = Scope.only(one.tenant(), Set.copyOf(places.keySet()));
        OrderWalk.Place behind = OrderWalk.Place.before(
                BusinessDay.on(days.from(), one.zone(), one.cutoff()).begins());
        BusinessDay last = BusinessDay.on(days.until(), one.zone(), one.cutoff());
        List<OrderWalk.Stored> some;
        do {
            some = orders.placed(scope, behind, last.ends(), TOGETHER);
            for (OrderWalk.Stored order : some) {
                Site site = places.get(order.location());
                if (site != null) table.row(row(model, order, site.location()));
                behind = OrderWalk.Place.behind(order);
            }
        } while (some.size() == TOGETHER);
    }

    private static List<Object> row(PageModel model, OrderWalk.Stored order, LocationView place) {
        OrderDocument document = order.document();
        Money tip = document.tip();
        return List.of(
                BusinessDay.of(order.placedAt(), place.zone(), place.cutoff())
                        .date()
                        .toString(),
                WALL.format(order.placedAt().atZone(place.zone())),
                place.name(),
                document.orderNumber(),
                model.word("type", document.orderType()),
                model.word("status", order.status()),
                model.word("payment", document.payment().method()),
                document.lines().stream()
                        .map(line -> line.quantity() + "x " + line.name())
                        .collect(Collectors.joining("; ")),
                new BigDecimal(document.total().decimal()),
                sum(document, OrderDocument.Vat::net),
                sum(document, OrderDocument.Vat::tax),
                tip == null ? BigDecimal.ZERO : new BigDecimal(tip.decimal()),
                document.vat().stream()
                        .map(vat -> vat.rate() + " %: " + vat.net() + " + " + vat.tax())
                        .collect(Collectors.joining("; ")),
                document.total().currency().getCurrencyCode());
    }

    private static BigDecimal sum(OrderDocument document, Function<OrderDocument.Vat, String> part) {
        return document.vat().stream().map(part).map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
