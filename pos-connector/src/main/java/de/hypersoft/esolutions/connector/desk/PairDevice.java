package de.hypersoft.esolutions.connector.desk;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.journal.Journal;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/** Makes this device a till of the portal with a PIN; paired again, it gets a new journal name and an old halt ends. */
public record PairDevice(PrintStream out, Clock clock, String version) {

    /** @return whether it worked; what happened is printed */
    public boolean pair(URI portal, String pin, String name, Path data) throws IOException {
        try (Journal journal = Journal.open(data, clock)) {
            String journalId = journal.used() ? UUID.randomUUID().toString() : journal.id();
            Reply reply =
                    new Portal(portal, null, Locale.ENGLISH).pair(new Portal.Pairing(pin, journalId, name, version));
            if (!reply.ok() || reply.body().path("token").asText("").isEmpty()) {
                out.println(refusal(reply));
                return false;
            }
            TillCard card = card(portal, reply.body());
            card.store(data);
            if (!journalId.equals(journal.id()) || journal.halted().isPresent()) journal.rename(journalId);
            out.println("paired " + card);
            return true;
        }
    }

    private static TillCard card(URI portal, JsonNode body) {
        return new TillCard(
                portal,
                body.path("token").asText(),
                body.path("tillId").asText(),
                body.path("tillNumber").asInt(),
                body.path("tillName").asText(),
                body.path("location").asText(),
                body.path("headOffice").asBoolean(false));
    }

    private static String refusal(Reply reply) {
        String words = "not paired: " + reply.words() + ". ";
        if (!reply.reached())
            return words + "Run 'pos-connector doctor --portal URL --data DIR' to see where the line breaks.";
        return reply.status() >= 500
                ? words + "The portal has trouble of its own; try again in a few minutes."
                : words + "Ask for a fresh PIN in the portal under Tills; a PIN lives shortly and for few tries.";
    }
}
