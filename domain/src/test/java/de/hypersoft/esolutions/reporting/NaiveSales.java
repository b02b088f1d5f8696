package de.hypersoft.esolutions.reporting;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.tenancy.Location;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The same figures, added up from all orders anew, in the plainest way; not on days of a clock change. */
final class NaiveSales {

    private final List<SoldOrders.Sold> orders;
    private final Map<SoldOrders.Sold, OrderStatus> ended;

    NaiveSales(List<SoldOrders.Sold> orders, Map<SoldOrders.Sold, OrderStatus> ended) {
        this.orders = orders;
        this.ended = ended;
    }

    Map<String, Sum> by(Dimension dimension, Set<Location> places, LocalDate from, LocalDate until) {
        Map<String, Sum> sums = new TreeMap<>();
        for (SoldOrders.Sold order : orders) {
            if (ended.containsKey(order) || !places.contains(order.location()) || outside(order, from, until)) continue;
            Map<String, Sum> of = new TreeMap<>();
            add(dimension, order, of);
            of.forEach((item, sum) -> sums.merge(
                    item, new Sum(1, sum.pieces(), sum.gross(), sum.net(), sum.tax(), sum.tip()), Sum::plus));
        }
        return sums;
    }

    Map<String, Sum> lost(Set<Location> places, LocalDate from, LocalDate until) {
        Map<String, Sum> sums = new TreeMap<>();
        ended.forEach((order, status) -> {
            if (places.contains(order.location()) && !outside(order, from, until))
                sums.merge(status.name(), whole(order), Sum::plus);
        });
        return sums;
    }

    private void add(Dimension dimension, SoldOrders.Sold order, Map<String, Sum> of) {
        OrderDocument document = order.document();
        switch (dimension) {
            case DAY -> of.put(day(order).toString(), whole(order));
            case WEEKDAY -> of.put(String.valueOf(day(order).getDayOfWeek().getValue()), whole(order));
            case HOUR -> of.put(String.format(Locale.ROOT, "%02d", wall(order).getHour()), whole(order));
            case TYPE -> of.put(document.orderType().name(), whole(order));
            case PAYMENT -> of.put(document.payment().method().name(), whole(order));
            case LOCATION -> of.put(order.location().id().toString(), whole(order));
            case GUEST -> of.put(cameBefore(order) ? "RETURNING" : "NEW", whole(order));
            case RATE ->
                document.vat()
                        .forEach(vat -> of.put(
                                vat.rate(), new Sum(1, 0, cents(vat.gross()), cents(vat.net()), cents(vat.tax()), 0)));
            case DISH ->
                document.lines()
                        .forEach(line -> of.merge(
                                line.articleId(),
                                new Sum(1, line.quantity(), line.total().minor(), 0, 0, 0),
                                Sum::plus));
            case OPTION -> document.lines().forEach(line -> options(line.options(), line.quantity(), of));
        }
    }

    private static void options(List<OrderDocument.Option> options, int pieces, Map<String, Sum> of) {
        for (OrderDocument.Option option : options) {
            int all = pieces * option.quantity();
            of.merge(
                    option.groupId() + "/" + option.optionId(),
                    new Sum(1, all, option.price().minor() * all, 0, 0, 0),
                    Sum::plus);
            options(option.options(), all, of);
        }
    }

    private boolean cameBefore(SoldOrders.Sold order) {
        return orders.stream()
                .filter(other -> other.document()
                        .guest()
                        .email()
                        .equals(order.document().guest().email()))
                .min(Comparator.comparing(SoldOrders.Sold::at))
                .filter(first -> !first.equals(order))
                .isPresent();
    }

    private static Sum whole(SoldOrders.Sold order) {
        OrderDocument document = order.document();
        long pieces = document.lines().stream()
                .mapToLong(OrderDocument.Line::quantity)
                .sum();
        long net = document.vat().stream().mapToLong(vat -> cents(vat.net())).sum();
        long tax = document.vat().stream().mapToLong(vat -> cents(vat.tax())).sum();
        Money tip = document.tip();
        return new Sum(1, pieces, document.total().minor(), net, tax, tip == null ? 0 : tip.minor());
    }

    private static boolean outside(SoldOrders.Sold order, LocalDate from, LocalDate until) {
        return day(order).isBefore(from) || day(order).isAfter(until);
    }

    private static LocalDate day(SoldOrders.Sold order) {
        return wall(order).minusHours(order.location().cutoff().getHour()).toLocalDate();
    }

    private static LocalDateTime wall(SoldOrders.Sold order) {
        return order.at().atZone(order.location().zone()).toLocalDateTime();
    }

    private static long cents(String decimal) {
        return Long.parseLong(decimal.replace(".", ""));
    }
}
