package de.hypersoft.esolutions.connector.desk;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.journal.Journal;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.wire.Reply;
import de.hypersoft.esolutions.connector.wire.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks along the whole line, from the name of the portal to the token, and says at each place what to do. */
public final class Doctor {

    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int CONNECT_MILLIS = 5_000;

    private final URI address;
    private final Optional<TillCard> card;
    private final Path data;
    private final Clock clock;
    private final Texts texts;
    private final Reasons reasons;
    private final PrintStream out;
    private boolean healthy = true;

    public Doctor(Setup setup, Clock clock, Texts texts, PrintStream out) {
        this.address = setup.address();
        this.card = setup.card();
        this.data = setup.data();
        this.clock = clock;
        this.texts = texts;
        this.reasons = new Reasons(texts);
        this.out = out;
    }

    /** What is looked at. */
    public record Setup(URI address, Optional<TillCard> card, Path data) {}

    /** @return whether everything is well */
    public boolean examine() {
        journal();
        disk();
        boolean line = name() && port() && tls();
        if (line) {
            portal();
        }
        out.println(texts.of(healthy ? "doctor.healthy" : "doctor.sick"));
        return healthy;
    }

    private void journal() {
        try {
            well("journal", Journal.look(data).size());
        } catch (IOException unreadable) {
            sick("journal", reasons.of(unreadable));
        }
    }

    private void disk() {
        try {
            well("disk", DiskCheck.write(data));
        } catch (IOException noWrite) {
            sick("disk", data.toAbsolutePath(), reasons.of(noWrite));
        }
        try {
            long free = DiskCheck.freeMegabytes(data);
            if (free < DiskCheck.LEAST_MEGABYTES) {
                sick("space", free, DiskCheck.LEAST_MEGABYTES);
            } else {
                well("space", free);
            }
        } catch (IOException unknown) {
            sick("disk", data.toAbsolutePath(), reasons.of(unknown));
        }
    }

    private boolean name() {
        try {
            return well("name", address.getHost(), Arrays.toString(InetAddress.getAllByName(address.getHost())));
        } catch (IOException unknown) {
            return sick("name", address.getHost());
        }
    }

    private boolean port() {
        try (Socket socket = connect()) {
            return well("port", socket.getPort());
        } catch (IOException closed) {
            return sick("port", reasons.of(closed), Integer.toString(portNumber()));
        }
    }

    private boolean tls() {
        if (!"https".equals(address.getScheme())) {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            boolean here = loopback.getHostName().equals(address.getHost())
                    || address.getHost().startsWith("127.");
            return here ? well("tls.none") : note("tls.plain");
        }
        try {
            TlsCheck.Finding found = TlsCheck.of(address, portNumber(), connect());
            Object[] facts = found.facts().toArray();
            return found.well() ? well(found.check(), facts) : sick(found.check(), facts);
        } catch (IOException noTls) {
            return sick("tls.refused", reasons.of(noTls));
        }
    }

    private void portal() {
        Portal portal = new Portal(address, card.map(TillCard::token).orElse(null));
        Instant before = clock.instant();
        Reply ping = portal.ping();
        if (ping.ok()) {
            clock(ping.body(), before, clock.instant());
            version(ping.body());
        } else if (ping.status() != 401 && ping.status() != 403) {
            sick("ping", reasons.of(ping));
        }
        if (card.isEmpty()) {
            sick("unpaired");
            return;
        }
        Reply asked = ping.ok() ? portal.catalogueReport("doctor") : ping;
        boolean dead = asked.status() == 401 || asked.status() == 403;
        if (dead) {
            sick("token", reasons.of(asked));
        } else if (asked.reached() && asked.status() < 500) {
            TillCard till = card.get();
            well("token", till.tillNumber(), till.tillName(), till.location(), till.portal());
        } else {
            sick("ping", reasons.of(asked));
        }
    }

    private void clock(JsonNode ping, Instant before, Instant after) {
        try {
            Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
            Instant server = Instant.parse(ping.path("serverTime").asText(""));
            Duration skew = Duration.between(middle, server).abs();
            String seconds = Long.toString(skew.toSeconds());
            if (skew.compareTo(SKEW) > 0) {
                sick("clock", seconds, server);
            } else {
                well("clock", seconds);
            }
        } catch (DateTimeException unreadable) {
            sick("ping", "serverTime");
        }
    }

    private void version(JsonNode ping) {
        boolean spoken = false;
        for (JsonNode version : ping.path("protocolVersions")) {
            spoken |= version.asText().equals("1");
        }
        if (spoken) {
            well("version");
        } else {
            sick("version", ping.path("protocolVersions").toString());
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address.getHost(), portNumber()), CONNECT_MILLIS);
        return socket;
    }

    private int portNumber() {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        return address.getPort() > 0 ? address.getPort() : usual;
    }

    private boolean well(String check, Object... facts) {
        say("ok", "doctor." + check + ".ok", facts);
        return true;
    }

    private boolean note(String check) {
        say("note", "doctor." + check + ".fix");
        return true;
    }

    private boolean sick(String check, Object... facts) {
        healthy = false;
        say("wrong", "doctor." + check + ".fix", facts);
        return false;
    }

    private void say(String mark, String key, Object... facts) {
        int width = Stream.of("ok", "wrong", "note")
                .mapToInt(each -> texts.of("doctor.mark." + each).length())
                .max()
                .orElseThrow();
        String column = "%-" + width + "s %s%n";
        out.printf(column, texts.of("doctor.mark." + mark), texts.of(key, words(facts)));
    }

    /** As plain text: a message format would write a port as 8,080. */
    private Object[] words(Object... facts) {
        return Arrays.stream(facts)
                .map(fact -> fact instanceof Throwable failure ? reasons.of(failure) : String.valueOf(fact))
                .toArray();
    }
}
