package de.hypersoft.esolutions.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as people start it: real processes, a real child that books, real signals. */
@Timeout(120)
class ConnectorProcessTest {

    private static final String ORDER = "{\"claims\":[{\"fence\":1,\"leaseSeconds\":60,\"order\":{\"orderId\":\"A\","
            + "\"orderNumber\":\"1\",\"lines\":[{\"name\":\"Pizza\",\"quantity\":1}]}}],\"tasks\":[]}";

    private static final String BOOKING = "{\"orderId\":\"%s\",\"orderNumber\":\"1\",\"transactionNumber\":4000000%2$d,"
            + "\"receiptNumber\":%2$d,\"terminalId\":\"1\",\"at\":\"2026-11-22T18:00:00Z\",\"signer\":\"SIMULATOR\","
            + "\"selfReleased\":false}\n";

    private final AtomicBoolean offering = new AtomicBoolean(true);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Process> started = new ArrayList<>();
    private final HttpServer portal;

    ConnectorProcessTest() throws IOException {
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    }

    @BeforeEach
    void open() {
        portal.setExecutor(workers);
        answer(
                "pairings",
                201,
                () -> "{\"token\":\"t\",\"tillId\":\"i\",\"tillNumber\":2,\"tillName\":\"Bar\","
                        + "\"location\":\"linde-mitte\",\"receivesOrders\":true,\"headOffice\":false}");
        answer("order-claims", 200, () -> offering.get() ? ORDER : "{}");
        answer("acknowledgements", 200, () -> "{\"items\":[{\"orderId\":\"A\",\"state\":\"TRANSFERRED_AUTO\"}]}");
        answer("orders", 200, () -> "{}");
        portal.start();
    }

    @AfterEach
    void close() {
        started.forEach(Process::destroyForcibly);
        portal.stop(0);
        workers.shutdownNow();
    }

    @Test
    void T28_a_killed_till_goes_on_where_it_was_and_books_nothing_twice(@TempDir Path folder) throws Exception {
        assertThat(pair(folder)).contains("paired till 2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("till.json"))))
                .isEqualTo("rw-------");

        Process first = start("run", "--data", folder.toString(), "--backoff-min-ms", "20");
        await(first, "booked order=A fence=1");
        first.destroyForcibly().waitFor();

        Process second = start("run", "--data", folder.toString(), "--backoff-min-ms", "20", "--poll-gap-ms", "20");
        await(second, "ready till=2");
        await(second, "reported order=A");
        second.toHandle().destroy(); // SIGTERM; Process.destroy would close what it still has to say

        await(second, "stopped");
        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(folder.resolve("till-core/bookings.log"))).hasSize(1);
    }

    @Test
    void a_second_till_on_the_same_folder_is_refused_in_words(@TempDir Path folder) throws Exception {
        offering.set(false);
        pair(folder);
        await(start("run", "--data", folder.toString()), "ready till=2");

        Process second = start("run", "--data", folder.toString());

        assertThat(await(second, "in use by another running process")).contains("two programs on one journal");
        assertThat(second.waitFor()).isEqualTo(1);
    }

    @Test
    void the_doctor_says_what_is_wrong_and_how_to_mend_it(@TempDir Path folder) throws Exception {
        int nobody = portal.getAddress().getPort();
        portal.stop(0);

        Process doctor =
                start("doctor", "--portal", "http://127.0.0.1:" + nobody, "--data", folder.toString(), "--lang", "en");

        assertThat(await(doctor, "WRONG Port")).contains("firewall");
        assertThat(doctor.waitFor()).isEqualTo(1);
    }

    @Test
    void a_damaged_book_of_bookings_stops_no_till_is_told_once_and_the_till_goes_on_when_it_is_mended(
            @TempDir Path folder) throws Exception {
        pair(folder);
        Path book = folder.resolve("till-core/bookings.log");
        Files.createDirectory(folder.resolve("till-core"));
        String first = BOOKING.formatted("X", 1), second = BOOKING.formatted("Y", 2);
        Files.writeString(book, first + "garbage\n" + second);

        Process till = start(
                "run",
                "--data",
                folder.toString(),
                "--backoff-min-ms",
                "20",
                "--poll-gap-ms",
                "20",
                "--language",
                "en");

        assertThat(await(till, "ready till=2")).isNotEmpty();
        assertThat(await(till, "ALARM"))
                .contains("till-core/bookings.log is damaged at byte " + first.length())
                .contains("tax office", "Restore it from the backup", "support")
                .doesNotContain("Restart the till", "pair");
        assertThat(folder.resolve("till-core/till-core.lock"))
                .as("no till core was started")
                .doesNotExist();

        Files.writeString(book, first + second);
        assertThat(await(till, "booked order=A")).contains("receipt=3");
    }

    @Test
    void a_book_that_was_emptied_is_told_at_the_start_and_the_till_goes_on(@TempDir Path folder) throws Exception {
        pair(folder);
        Process first = start("run", "--data", folder.toString(), "--backoff-min-ms", "20");
        await(first, "reported order=A");
        first.destroyForcibly().waitFor();
        offering.set(false);
        Files.writeString(folder.resolve("till-core/bookings.log"), "");

        Process second = start("run", "--data", folder.toString(), "--language", "en");

        assertThat(await(second, "WARN")).contains("bookings missing=1 of=1", "receipt numbers may come twice");
        await(second, "ready till=2");
    }

    @Test
    void a_torn_card_is_told_in_words_by_each_command_that_needs_it(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("till.json"), "");

        for (String command : List.of("run", "images", "doctor")) {
            Process process = start(command, "x", "--data", folder.toString(), "--language", "en");
            assertThat(await(process, "till.json is damaged")).contains("get a PIN in the portal");
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void an_unknown_flag_is_named_and_nothing_is_started(@TempDir Path folder) throws Exception {
        Process process = start("run", "--data", folder.toString(), "--breaks", "ack");

        assertThat(await(process, "unknown flag")).contains("--breaks").contains("--help");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private String pair(Path folder) throws IOException {
        String address = "http://127.0.0.1:" + portal.getAddress().getPort();
        return await(start("pair", "--portal", address, "--pin", "123456", "--data", folder.toString()), "paired");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path", ""),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    /** Reads what the program says until the line with these words. */
    private static String await(Process process, String words) throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder heard = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            heard.append(line).append('\n');
            if (line.contains(words)) return line;
        }
        throw new AssertionError("never said \"" + words + "\", only:\n" + heard);
    }

    private interface Text {
        String text();
    }

    private void answer(String path, int status, Text body) {
        portal.createContext("/portal/api/pos/v1/" + path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
