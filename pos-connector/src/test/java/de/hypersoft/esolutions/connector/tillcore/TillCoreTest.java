package de.hypersoft.esolutions.connector.tillcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hypersoft.esolutions.connector.loop.Orders;
import de.hypersoft.esolutions.connector.loop.TestTime;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.ConsoleLog;
import de.hypersoft.esolutions.connector.wire.Receipt;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TillCoreTest {

    @Test
    void T28_the_same_order_twice_is_one_booking_and_one_ticket(@TempDir Path folder) throws Exception {
        try (TillCore core = core(folder)) {
            Receipt first = client(core).book(order("A")).receipt();
            Receipt second = client(core).book(order("A")).receipt();

            assertThat(second).isEqualTo(first);
        }
        assertThat(Files.readAllLines(folder.resolve("bookings.log"))).hasSize(1);
        assertThat(tickets(folder)).hasSize(1);
    }

    @Test
    void the_kitchen_reads_how_many_of_an_option_and_what_hangs_on_which(@TempDir Path folder) throws Exception {
        String options =
                "[{\"name\":\"Wings\",\"quantity\":2,\"options\":[{\"name\":\"BBQ\",\"quantity\":1,\"options\":[]}]},"
                        + "{\"name\":\"Nuggets\"}]";
        String json = Orders.order("A", "PICKUP", "\"quantity\":1").replace("[{\"name\":\"30 cm\"}]", options);
        try (TillCore core = core(folder)) {
            client(core).book(ConnectorJson.tree(json.getBytes(StandardCharsets.UTF_8)));
        }

        assertThat(tickets(folder).get(0)).contains("      + 2 x Wings\n        + BBQ\n      + Nuggets\n");
    }

    @Test
    void of_two_burgers_with_two_bacon_each_the_kitchen_reads_each_and_whose_age_is_to_be_asked(@TempDir Path folder)
            throws Exception {
        String json = Orders.order("A", "PICKUP", "\"quantity\":2,\"minimumAge\":18")
                .replace("[{\"name\":\"30 cm\"}]", "[{\"name\":\"Speck\",\"quantity\":2},{\"name\":\"Käse\"}]");
        try (TillCore core = core(folder)) {
            client(core).book(ConnectorJson.tree(json.getBytes(StandardCharsets.UTF_8)));
        }

        assertThat(tickets(folder).get(0))
                .containsPattern("\\+ (je|each) 2 x Speck\n")
                .contains("      + Käse\n")
                .containsPattern("(AUSWEIS: ab|CHECK ID: from) 18\n");
    }

    @Test
    void T32_receipt_numbers_have_no_gap_over_refused_orders_and_restarts(@TempDir Path folder) throws Exception {
        List<Long> numbers = new ArrayList<>();
        for (String orderId : List.of("A", "B", "C")) {
            try (TillCore core = core(folder)) {
                JsonNode broken = ConnectorJson.tree(
                        Orders.order("X", "PICKUP", "\"quantity\":0").getBytes(StandardCharsets.UTF_8));
                assertThatThrownBy(() -> client(core).book(broken)).isInstanceOf(TillCoreClient.Unfit.class);
                numbers.add(client(core).book(order(orderId)).receipt().number());
            }
        }

        assertThat(numbers).containsExactly(1L, 2L, 3L);
    }

    @Test
    void T37_the_last_transaction_number_is_followed_by_an_error_and_not_by_the_first(@TempDir Path folder)
            throws Exception {
        try (TillCore core = core(folder)) {
            client(core).book(order("A"));
        }
        Path log = folder.resolve("bookings.log");
        Files.writeString(log, Files.readString(log).replace("40000000", "49999998"));

        try (TillCore core = core(folder)) {
            client(core).book(order("B"));
            assertThatThrownBy(() -> client(core).book(order("C")))
                    .isInstanceOf(TillCoreClient.Away.class)
                    .hasMessageContaining("transaction-numbers-used-up");
        }
        assertThat(Files.readString(log)).contains("49999999").doesNotContain("50000000");
    }

    @Test
    void T31_nothing_is_signed_before_its_release_and_then_once_by_a_simulator(@TempDir Path folder) throws Exception {
        try (TillCore core = core(folder)) {
            Receipt booked = client(core).book(order("A")).receipt();
            Receipt signed = client(core).release("A");

            assertThat(booked.signatureValue()).isNull();
            assertThat(signed.signatureValue()).startsWith("SIMULATOR-");
            assertThat(client(core).release("A")).isEqualTo(signed);
            assertThat(client(core).find("A"))
                    .map(TillCoreClient.Booked::receipt)
                    .contains(signed);
        }
        assertThat(Files.readAllLines(folder.resolve("signatures.log"))).hasSize(1);
    }

    @Test
    void a_booking_line_torn_by_a_crash_was_no_booking(@TempDir Path folder) throws Exception {
        try (TillCore core = core(folder)) {
            client(core).book(order("A"));
        }
        Path log = folder.resolve("bookings.log");
        String line = Files.readString(log).replace("\"A\"", "\"B\"").strip();
        Files.writeString(log, line.substring(0, line.length() - 20), StandardOpenOption.APPEND);

        try (TillCore core = core(folder)) {
            assertThat(client(core).find("B")).isEmpty();
            assertThat(client(core).book(order("B")).receipt().number()).isEqualTo(2);
        }
        assertThat(Files.readAllLines(log)).hasSize(2);
    }

    @Test
    void T28_a_ticket_lost_between_booking_and_paper_is_printed_and_marked(@TempDir Path folder) throws Exception {
        try (TillCore core = core(folder)) {
            client(core).book(order("A"));
        }
        Files.delete(folder.resolve("tickets/40000000.txt"));

        try (TillCore core = core(folder)) {
            assertThat(client(core).find("A")).isPresent();
        }

        assertThat(tickets(folder)).singleElement().asString().contains("Nachdruck");
    }

    @Test
    void a_reprint_is_marked_and_says_the_same(@TempDir Path folder) throws Exception {
        try (TillCore core = core(folder)) {
            client(core).book(order("A"));
            client(core).reprint("A");
        }

        assertThat(Files.readString(folder.resolve("tickets/40000000-copy1.txt")))
                .contains("Nachdruck", "Pizza Margherita", "ohne Käse");
    }

    @Test
    void a_ticket_bears_when_it_was_ordered_and_when_it_was_promised_so_nobody_cooks_last_years_order(
            @TempDir Path folder) throws Exception {
        ObjectNode asap = (ObjectNode) order("A");
        asap.putNull("fulfilAt").put("placedAt", "2025-11-22T18:03:11Z").put("promisedAt", "2025-11-22T18:28:00Z");
        ObjectNode slot = (ObjectNode) order("B");
        slot.put("placedAt", "2025-11-22T18:03:11Z").put("fulfilAt", "2025-11-23T11:30:00Z");
        try (TillCore core = core(folder)) {
            client(core).book(asap);
            client(core).book(slot);
        }

        assertThat(Files.readString(folder.resolve("tickets/40000000.txt")))
                .contains("So schnell wie möglich", "Bestellt 22.11.2025 18:03", "Versprochen 22.11.2025 18:28");
        assertThat(Files.readString(folder.resolve("tickets/40000001.txt")))
                .contains("Für 23.11. 11:30", "Bestellt 22.11.2025 18:03");
    }

    @Test
    void on_the_night_of_the_change_the_kitchen_reads_which_of_the_two_hours_is_meant(@TempDir Path folder)
            throws Exception {
        ObjectNode first = (ObjectNode) order("A");
        first.put("placedAt", "2026-10-24T18:00:00Z").put("fulfilAt", "2026-10-25T00:30:00Z");
        ObjectNode second = (ObjectNode) order("B");
        second.put("placedAt", "2026-10-24T18:00:00Z").put("fulfilAt", "2026-10-25T01:30:00Z");
        try (TillCore core = core(folder, ZoneId.of("Europe/Berlin"))) {
            client(core).book(first);
            client(core).book(second);
        }

        assertThat(Files.readString(folder.resolve("tickets/40000000.txt")))
                .contains("Für 25.10. 02:30 (Sommerzeit)", "Bestellt 24.10.2026 20:00\n");
        assertThat(Files.readString(folder.resolve("tickets/40000001.txt"))).contains("Für 25.10. 02:30 (Winterzeit)");
    }

    @Test
    void a_long_note_goes_on_below_itself_and_no_line_of_a_ticket_is_wider_than_the_paper(@TempDir Path folder)
            throws Exception {
        String note = "bitte ohne Zwiebeln, ohne Knoblauch und mit der Soße getrennt in einem eigenen Becher";
        ObjectNode order = (ObjectNode) order("A");
        ((ObjectNode) order.path("lines").get(0)).put("note", note);
        try (TillCore core = core(folder)) {
            client(core).book(order);
        }

        String ticket = tickets(folder).get(0);
        int paper = ticket.lines().findFirst().orElseThrow().length();
        assertThat(ticket.lines()).allMatch(line -> Columns.width(line) <= paper);
        assertThat(ticket.replaceAll("\\s+", " ")).contains("! " + note);
        assertThat(ticket).doesNotContain(note);
    }

    @Test
    void whoever_brings_the_order_reads_the_whole_address_with_its_postcode(@TempDir Path folder) throws Exception {
        ObjectNode delivery = (ObjectNode) order("A");
        delivery.putObject("deliveryAddress")
                .put("street", "Torstraße 1")
                .put("postcode", "10119")
                .put("city", "Berlin")
                .put("country", "DE")
                .put("note", "Hof");
        try (TillCore core = core(folder)) {
            client(core).book(delivery);
        }

        assertThat(tickets(folder).get(0)).contains("Liefern an: Torstraße 1 10119 Berlin Hof\n");
    }

    @Test
    void a_book_with_an_unreadable_line_is_kept_and_never_begun_anew(@TempDir Path folder) throws Exception {
        try (TillCore core = core(folder)) {
            client(core).book(order("A"));
            client(core).book(order("B"));
        }
        Path log = folder.resolve("bookings.log");
        String damaged = Files.readString(log).replaceFirst("\\{\"orderId\":\"A\"", "?\"orderId\":\"A\"");
        for (String text : List.of(damaged, Files.readString(log).replace("\"orderId\":\"A\",", ""))) {
            Files.writeString(log, text);

            assertThatThrownBy(() -> core(folder))
                    .isInstanceOf(DamagedBook.class)
                    .hasMessageContaining("tax office")
                    .hasMessageNotContaining("pair");
            assertThatThrownBy(() -> BookOfBookings.look(folder)).isInstanceOf(DamagedBook.class);
            assertThat(log).content().isEqualTo(text);
        }
    }

    @Test
    void an_order_nobody_booked_is_not_found(@TempDir Path folder) throws Exception {
        try (TillCore core = core(folder)) {
            assertThat(client(core).find("A")).isEqualTo(Optional.empty());
            assertThatThrownBy(() -> client(core).release("A")).isInstanceOf(TillCoreClient.Away.class);
        }
    }

    private static TillCore core(Path folder) throws IOException {
        return core(folder, ZoneOffset.UTC);
    }

    private static TillCore core(Path folder, ZoneId zone) throws IOException {
        TestTime time = new TestTime();
        ConsoleLog say =
                new ConsoleLog(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), time);
        return TillCore.start(new TillCore.Setup(folder, 0, "1", new ConnectorTexts(Locale.GERMAN), zone), time, say);
    }

    private static TillCoreClient client(TillCore core) {
        URI address = URI.create("http://127.0.0.1:" + core.port());
        return new TillCoreClient(() -> Optional.of(address));
    }

    private static JsonNode order(String orderId) {
        return ConnectorJson.tree(Orders.pizza(orderId).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> tickets(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (var files = Files.list(folder.resolve("tickets"))) {
            for (Path file : files.toList()) texts.add(Files.readString(file));
        }
        return texts;
    }
}
