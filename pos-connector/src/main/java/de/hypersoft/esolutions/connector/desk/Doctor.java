package de.hypersoft.esolutions.connector.desk;

import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Looks at everything without which a till takes no orders, and says at each place what to do. */
public final class Doctor {

    private final Setup setup;
    private final Clock clock;
    private final ConnectorTexts texts;
    private final PrintStream out;
    private final Findings found;

    public Doctor(Setup setup, Clock clock, ConnectorTexts texts, PrintStream out) {
        this.setup = setup;
        this.clock = clock;
        this.texts = texts;
        this.out = out;
        this.found = new Findings(texts, out);
    }

    /**
     * What is looked at.
     *
     * @param portal when it is not the one this folder is paired with
     * @param simulator whether the simulator books here, and no program of its own
     */
    public record Setup(Optional<URI> portal, Path data, boolean simulator) {}

    /** @return whether everything is well */
    public boolean examine() {
        Optional<TillCard> card = card();
        new FolderCheck(setup.data(), setup.simulator(), found).examine();
        setup.portal()
                .or(() -> card.map(TillCard::portal))
                .ifPresentOrElse(
                        address -> new LineCheck(address, card, clock, found).examine(), () -> found.note("line"));
        out.println(texts.of(found.healthy() ? "doctor.healthy" : "doctor.sick"));
        return found.healthy();
    }

    private Optional<TillCard> card() {
        try {
            Optional<TillCard> card = TillCard.read(setup.data());
            if (card.isEmpty()) found.sick("unpaired");
            return card;
        } catch (TillCard.Damaged damaged) {
            found.sick("card");
        } catch (IOException unreadable) {
            found.sick("card-unreadable", found.reasons().of(unreadable));
        }
        return Optional.empty();
    }
}
