package de.hypersoft.esolutions.connector.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void the_doctor_writes_a_probe_measures_what_is_free_and_leaves_nothing_behind() throws IOException {
        String said = examined(Locale.ENGLISH, folder);

        assertThat(said).contains("ok    Disk: " + folder + " can be written").containsPattern("Space: .*\\d+ MB");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_folder_that_takes_nothing_is_told_with_its_name_and_what_to_do() throws IOException {
        String said = examined(Locale.GERMAN, Path.of("/proc"));

        assertThat(said)
                .contains("FEHLER Platte: /proc lässt sich nicht beschreiben", "FEHLER Platz: nur 0 MB frei")
                .contains("was mit FEHLER beginnt");
    }

    @Test
    void the_doctor_speaks_one_language_whole_also_of_what_the_machine_says() throws IOException {
        Files.writeString(folder.resolve("journal.log"), "00000000 broken\n");
        Files.writeString(folder.resolve("journal.log"), "3d2f1c0a x\n".repeat(3));

        String german = examined(Locale.GERMAN, folder);
        String english = examined(Locale.ENGLISH, folder);

        assertThat(german)
                .contains("dort hört niemand")
                .doesNotContain("Connection", "refused", "Check", "WRONG", "ok ");
        assertThat(english).contains("nobody listens there").doesNotContain("Platte", "hört", "prüfen");
    }

    @ParameterizedTest
    @CsvSource({
        "40, WRONG Clock: 40 s beside the portal's, automatic time (NTP)",
        "-40, WRONG Clock: 40 s beside the portal's, which says 2026-11-22T18:02:31Z",
        "29, ok    Clock: 29 s beside the portal's, Clock"
    })
    void a_clock_that_is_off_is_told_with_by_how_much_and_what_to_do(long ahead, String said, String also)
            throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T18:03:11Z"), ZoneOffset.UTC);
        HttpServer portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        portal.createContext("/portal/api/pos/v1/ping", exchange -> {
            byte[] pong = ("{\"serverTime\":\"" + clock.instant().plusSeconds(ahead)
                            + "\",\"protocolVersions\":[\"1\"]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, pong.length);
            exchange.getResponseBody().write(pong);
            exchange.close();
        });
        portal.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + portal.getAddress().getPort());

            assertThat(examined(Locale.ENGLISH, folder, address, clock)).contains(said, also);
        } finally {
            portal.stop(0);
        }
    }

    @Test
    void every_text_is_there_in_both_languages() {
        for (String kind : List.of(
                "damaged",
                "full",
                "too-large",
                "read-only",
                "denied",
                "unknown",
                "silent",
                "no-way",
                "refused",
                "tls",
                "other",
                "fault",
                "no-answer"))
            assertThat(new ConnectorTexts(Locale.GERMAN).of("reason." + kind, "x"))
                    .isNotEqualTo(new ConnectorTexts(Locale.ENGLISH).of("reason." + kind, "x"));
    }

    /** At a port where nobody listens. */
    private static String examined(Locale language, Path data) throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        return examined(language, data, nobody, Clock.systemUTC());
    }

    private static String examined(Locale language, Path data, URI portal, Clock clock) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new Doctor(
                        new Doctor.Setup(Optional.of(portal), data, true),
                        clock,
                        new ConnectorTexts(language),
                        new PrintStream(said, true, StandardCharsets.UTF_8))
                .examine();
        return said.toString(StandardCharsets.UTF_8);
    }
}
