package de.hypersoft.esolutions.connector.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import de.hypersoft.esolutions.connector.Main;
import de.hypersoft.esolutions.connector.journal.Journal;
import de.hypersoft.esolutions.connector.journal.Journal.Facts;
import de.hypersoft.esolutions.connector.journal.JournalEntry;
import de.hypersoft.esolutions.connector.journal.JournalEvent;
import de.hypersoft.esolutions.connector.journal.JournalEvent.Answer;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.Receipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The doctor never says that everything is well while the till can take no orders. The line is well in each test. */
class DoctorFolderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T18:03:11.250Z"), ZoneOffset.UTC);

    private final HttpServer portal;
    private final Path folder;
    private final Path book;

    DoctorFolderTest(@TempDir Path folder) throws IOException {
        this.portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        this.folder = folder;
        this.book = folder.resolve("till-core/bookings.log");
    }

    @BeforeEach
    void a_till_that_is_well() throws IOException {
        answer("/ping", 200, "{\"serverTime\":\"" + CLOCK.instant() + "\",\"protocolVersions\":[\"1\"]}");
        answer("/catalog/report/doctor", 404, "{\"code\":\"unknown-version\"}");
        portal.start();
        new TillCard(address(), "token", "i", 2, "Bar", "linde-mitte", false).store(folder);
        Files.createDirectory(folder.resolve("till-core"));
        Files.writeString(book, booking("A", 1) + booking("B", 2));
        try (Journal journal = Journal.open(folder, CLOCK)) {
            booked(journal, "A");
            booked(journal, "B");
        }
    }

    @AfterEach
    void close() {
        portal.stop(0);
    }

    @Test
    void a_till_that_is_well_is_said_to_be_well_and_nothing_of_it_is_changed() throws IOException {
        byte[] journal = Files.readAllBytes(folder.resolve("journal.log"));
        byte[] books = Files.readAllBytes(book);

        String said = examined(true);

        assertThat(said)
                .contains("Everything is well", "ok    Book: readable, 2 bookings")
                .contains("ok    Disk: " + folder.resolve("till-core") + " can be written");
        assertThat(folder.resolve("journal.log")).hasBinaryContent(journal);
        assertThat(book).hasBinaryContent(books);
        try (var left = Files.walk(folder)) {
            assertThat(left).noneMatch(file -> file.endsWith("doctor.probe"));
        }
    }

    @Test
    void a_halted_till_is_told_with_the_time_and_the_steps_that_end_it() throws IOException {
        try (Journal journal = Journal.open(folder, CLOCK)) {
            journal.halt("409 journal-rolled-back");
        }

        assertThat(examined(false))
                .contains("WRONG Orders: halted since 2026-11-2", "409 journal-rolled-back")
                .contains("1. Make sure that no copy of this till runs", "pos-connector resume");
    }

    @Test
    void a_till_halted_by_an_older_program_is_told_without_the_time() throws IOException {
        assertThat(ConnectorJson.read("[{\"t\":\"halt\",\"why\":\"409\"}]", JournalEntry[].class))
                .containsExactly(new JournalEntry.Halted("409", null));
    }

    @Test
    void a_till_that_was_paired_again_after_a_halt_is_well() throws IOException {
        try (Journal journal = Journal.open(folder, CLOCK)) {
            journal.halt("409 journal-rolled-back");
            journal.rename("another");
        }

        examined(true);
    }

    @Test
    void a_damaged_book_of_bookings_is_told_with_what_is_done_about_a_book() throws IOException {
        Files.writeString(book, booking("A", 1) + "garbage\n" + booking("B", 2));

        assertThat(examined(false))
                .contains(
                        "WRONG Book: ",
                        "bookings.log is damaged at byte " + booking("A", 1).length())
                .contains("tax office", "Restore it from the backup")
                .doesNotContain("pair this till again");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_book_that_was_emptied_or_shortened_is_noticed_because_the_journal_knows_what_was_booked(boolean emptied)
            throws IOException {
        Files.writeString(book, emptied ? "" : booking("A", 1));

        assertThat(examined(false))
                .contains("WRONG Book: " + book + " lacks " + (emptied ? 2 : 1) + " of the 2 orders")
                .contains("receipt numbers may come twice");
    }

    @Test
    void the_simulators_book_is_nobodys_business_where_a_program_of_its_own_books() throws IOException {
        Files.writeString(book, "");

        assertThat(said(Locale.ENGLISH, Optional.empty(), false)).contains("Everything is well");
    }

    @Test
    void a_till_core_folder_that_takes_nothing_is_named() throws IOException {
        Files.createDirectory(folder.resolve("till-core/doctor.probe"));

        assertThat(examined(false))
                .contains("ok    Disk: " + folder + " can be written")
                .contains("WRONG Disk: " + folder.resolve("till-core") + " can not be written");
    }

    @Test
    @Timeout(60)
    void a_journal_that_may_not_grow_is_named_although_the_folder_takes_files(@TempDir Path other) throws Exception {
        Path said = other.resolve("said");
        Process doctor = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f 64; exec \"$0\" \"$@\"",
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-XX:-UsePerfData",
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        Main.class.getName(),
                        "doctor",
                        "--data",
                        folder.toString(),
                        "--language",
                        "en")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(doctor.waitFor()).isEqualTo(1);
        assertThat(Files.readString(said))
                .contains("WRONG Disk: " + folder.resolve("journal.log") + " can not be written")
                .contains("Lift the limit on the size of files")
                .doesNotContain("Everything is well", "the disk is full");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"portal\":\"http://127", "{}", "null", "[]", "{\"portal\":7}", "\u0000\u0000\u0000"})
    void a_torn_card_is_told_in_words_and_the_other_checks_go_on(String left) throws IOException {
        Files.writeString(folder.resolve("till.json"), left);

        assertThat(said(Locale.ENGLISH, Optional.empty(), true))
                .contains("WRONG Token: till.json is damaged; get a PIN in the portal", "pos-connector pair")
                .contains("ok    Journal: readable, 2 orders", "ok    Disk: ", "NOTE  Line: not examined")
                .doesNotContain("Jackson", "Unexpected", "not paired", "Everything is well");
        assertThat(said(Locale.GERMAN, Optional.of(address()), true))
                .contains("FEHLER Token: till.json ist beschädigt", "gut    Protokoll");
        assertThatThrownBy(() -> TillCard.read(folder))
                .isInstanceOf(TillCard.Damaged.class)
                .hasMessageContaining("get a PIN in the portal (Tills, replace the device), then pair");
    }

    private String examined(boolean well) throws IOException {
        String said = said(Locale.ENGLISH, Optional.empty(), true);
        assertThat(said.contains("Everything is well")).as(said).isEqualTo(well);
        return said;
    }

    private String said(Locale language, Optional<URI> address, boolean simulator) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Doctor.Setup setup = new Doctor.Setup(address, folder, simulator);
        boolean well = new Doctor(setup, CLOCK, new ConnectorTexts(language), out).examine();
        String words = said.toString(StandardCharsets.UTF_8);
        assertThat(words.contains("Everything is well") || words.contains("Alles in Ordnung"))
                .isEqualTo(well);
        return words;
    }

    private static void booked(Journal journal, String orderId) throws IOException {
        journal.apply(orderId, new JournalEvent.Offered(1), Facts.NONE);
        journal.apply(orderId, new JournalEvent.Answered(1, Answer.CONFIRMED), Facts.NONE);
        journal.apply(orderId, new JournalEvent.CoreBooked(), new Facts(null, null, new Receipt(1, "1", null, null)));
    }

    private static String booking(String orderId, int number) {
        return "{\"orderId\":\"" + orderId + "\",\"orderNumber\":\"1\",\"transactionNumber\":4000000" + number
                + ",\"receiptNumber\":" + number + ",\"terminalId\":\"1\",\"at\":\"2026-11-22T18:00:00Z\","
                + "\"signer\":\"SIMULATOR\",\"selfReleased\":false}\n";
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + portal.getAddress().getPort());
    }

    private void answer(String path, int status, String text) {
        portal.createContext(Portal.BASE + path, exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
