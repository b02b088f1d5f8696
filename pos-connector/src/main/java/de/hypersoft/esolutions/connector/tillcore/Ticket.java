package de.hypersoft.esolutions.connector.tillcore;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words on a kitchen ticket. It says what to cook, for whom, and whether money is still owed (T30). */
record Ticket(ConnectorTexts texts, ZoneId zone) {

    private static final String RULE = "=".repeat(42);

    /** @param again whether this paper may exist already */
    String text(Booking booking, JsonNode order, boolean again) {
        StringBuilder paper = new StringBuilder();
        paper.append(RULE).append('\n');
        if (again) paper.append("*** ").append(texts.of("ticket.reprint")).append(" ***\n");
        paper.append(texts.of("ticket.title", booking.orderNumber(), type(order)))
                .append('\n');
        paper.append(texts.of("ticket.number", Long.toString(booking.transactionNumber())))
                .append('\n');
        times(paper, order);
        order.path("lines").forEach(line -> line(paper, line));
        words(paper, texts.of("ticket.note"), order.path("note"));
        guest(paper, order);
        paper.append(money(order)).append('\n');
        return Columns.wrap(paper.append(RULE).append('\n').toString(), RULE.length());
    }

    private String type(JsonNode order) {
        String type = order.path("orderType").asText();
        return switch (type) {
            case "PICKUP", "DELIVERY", "IN_HOUSE", "RETAIL", "VOUCHER" -> texts.of("type." + type);
            default -> type;
        };
    }

    /** When it was ordered and when it was promised: who cooks sees whether it is an order of today at all. */
    private void times(StringBuilder paper, JsonNode order) {
        String fulfil = time(order, "fulfilAt");
        String promised = time(order, "promisedAt");
        String placed = time(order, "placedAt");
        paper.append(fulfil.isEmpty() ? texts.of("ticket.asap") : texts.of("ticket.due", local(fulfil)))
                .append('\n');
        if (!placed.isEmpty())
            paper.append(texts.of("ticket.placed", withYear(placed))).append('\n');
        if (fulfil.isEmpty() && !promised.isEmpty())
            paper.append(texts.of("ticket.promised", withYear(promised))).append('\n');
    }

    private static String time(JsonNode order, String member) {
        String at = order.path(member).asText("");
        return at.equals("null") ? "" : at;
    }

    private String local(String instant) {
        return local(instant, "dd.MM. HH:mm");
    }

    private String withYear(String instant) {
        return local(instant, "dd.MM.yyyy HH:mm");
    }

    private String local(String instant, String pattern) {
        try {
            Instant at = Instant.parse(instant);
            return toldApart(DateTimeFormatter.ofPattern(pattern).format(at.atZone(zone)), at);
        } catch (DateTimeParseException shownAsGiven) {
            return instant;
        }
    }

    /** In autumn an hour comes twice; the kitchen must not guess which one is meant. */
    private String toldApart(String words, Instant at) {
        ZoneOffsetTransition change =
                zone.getRules().getTransition(at.atZone(zone).toLocalDateTime());
        if (change == null || !change.isOverlap()) return words;
        return texts.of(at.isBefore(change.getInstant()) ? "ticket.summer-time" : "ticket.winter-time", words);
    }

    private void line(StringBuilder paper, JsonNode line) {
        paper.append(String.format(
                "%3s x %s\n", line.path("quantity").asText(), line.path("name").asText()));
        boolean several = line.path("quantity").asInt(1) > 1;
        line.path("options").forEach(option -> option(paper, option, "      + ", several));
        int age = line.path("minimumAge").asInt(0);
        if (age > 0) paper.append("      ").append(texts.of("ticket.age", age)).append('\n');
        words(paper, "      !", line.path("note"));
    }

    /**
     * What an option asked in turn stands below it, further in. A quantity is for one piece of what it hangs on: where that
     * are several, the paper says so.
     */
    private void option(StringBuilder paper, JsonNode option, String indent, boolean several) {
        int quantity = option.path("quantity").asInt(1);
        String pieces = several ? texts.of("ticket.each", quantity) : quantity + " x";
        paper.append(indent)
                .append(quantity == 1 ? "" : pieces + " ")
                .append(option.path("name").asText())
                .append('\n');
        option.path("options").forEach(below -> option(paper, below, "  " + indent, several || quantity > 1));
    }

    private void guest(StringBuilder paper, JsonNode order) {
        words(paper, texts.of("ticket.guest"), order.path("guest").path("name"));
        words(paper, texts.of("ticket.phone"), order.path("guest").path("phone"));
        JsonNode address = order.path("deliveryAddress");
        if (address.isObject()) {
            String parts = Stream.of("street", "postcode", "city", "note")
                    .map(part -> address.path(part).asText(""))
                    .filter(part -> !part.isEmpty() && !part.equals("null"))
                    .collect(Collectors.joining(" "));
            paper.append(texts.of("ticket.address")).append(' ').append(parts).append('\n');
        }
    }

    private String money(JsonNode order) {
        JsonNode total = order.path("total");
        String sum =
                total.path("amount").asText() + ' ' + total.path("currency").asText();
        boolean paid = order.path("payment").path("state").asText().equals("PAID");
        return texts.of(paid ? "ticket.paid" : "ticket.open", sum);
    }

    private static void words(StringBuilder paper, String label, JsonNode value) {
        String text = value.isTextual() ? value.asText().strip() : "";
        if (!text.isEmpty()) paper.append(label).append(' ').append(text).append('\n');
    }
}
