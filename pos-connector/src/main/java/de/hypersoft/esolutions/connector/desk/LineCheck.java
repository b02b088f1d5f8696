package de.hypersoft.esolutions.connector.desk;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Looks along the line, from the name of the portal to the token. */
final class LineCheck {

    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int CONNECT_MILLIS = 5_000;

    private final URI address;
    private final Optional<TillCard> card;
    private final Clock clock;
    private final Findings found;

    LineCheck(URI address, Optional<TillCard> card, Clock clock, Findings found) {
        this.address = address;
        this.card = card;
        this.clock = clock;
        this.found = found;
    }

    void examine() {
        boolean line = name() && port() && tls();
        if (line) portal();
    }

    private boolean name() {
        try {
            return found.well("name", address.getHost(), Arrays.toString(InetAddress.getAllByName(address.getHost())));
        } catch (IOException unknown) {
            return found.sick("name", address.getHost());
        }
    }

    private boolean port() {
        try (Socket socket = connect()) {
            return found.well("port", socket.getPort());
        } catch (IOException closed) {
            return found.sick("port", found.reasons().of(closed), Integer.toString(portNumber()));
        }
    }

    private boolean tls() {
        if (!"https".equals(address.getScheme())) {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            boolean here = loopback.getHostName().equals(address.getHost())
                    || address.getHost().startsWith("127.");
            return here ? found.well("tls.none") : found.note("tls.plain");
        }
        try {
            TlsCheck.Finding tls = TlsCheck.of(address, portNumber(), connect());
            Object[] facts = tls.facts().toArray();
            return tls.well() ? found.well(tls.check(), facts) : found.sick(tls.check(), facts);
        } catch (IOException noTls) {
            return found.sick("tls.refused", found.reasons().of(noTls));
        }
    }

    private void portal() {
        Portal portal = new Portal(address, card.map(TillCard::token).orElse(null), Locale.ENGLISH);
        Instant before = clock.instant();
        Reply ping = portal.ping();
        if (ping.ok()) {
            clock(ping.body(), before, clock.instant());
            version(ping.body());
        } else if (ping.status() != 401 && ping.status() != 403) {
            found.sick("ping", found.reasons().of(ping));
        }
        if (card.isEmpty()) return;
        Reply asked = ping.ok() ? portal.catalogueReport("doctor") : ping;
        boolean dead = asked.status() == 401 || asked.status() == 403;
        if (dead) {
            found.sick("token", found.reasons().of(asked));
        } else if (asked.reached() && asked.status() < 500) {
            TillCard till = card.get();
            found.well("token", till.tillNumber(), till.tillName(), till.location(), till.portal());
        } else {
            found.sick("ping", found.reasons().of(asked));
        }
    }

    private void clock(JsonNode ping, Instant before, Instant after) {
        try {
            Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
            Instant server = Instant.parse(ping.path("serverTime").asText(""));
            Duration skew = Duration.between(middle, server).abs();
            String seconds = Long.toString(skew.toSeconds());
            if (skew.compareTo(SKEW) > 0) {
                found.sick("clock", seconds, server);
            } else {
                found.well("clock", seconds);
            }
        } catch (DateTimeException unreadable) {
            found.sick("ping", "serverTime");
        }
    }

    private void version(JsonNode ping) {
        boolean spoken = false;
        for (JsonNode version : ping.path("protocolVersions"))
            spoken |= version.asText().equals("1");
        if (spoken) {
            found.well("version");
        } else {
            found.sick("version", ping.path("protocolVersions").toString());
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
}
