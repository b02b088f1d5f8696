package de.hypersoft.esolutions.connector.loop;

import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import de.hypersoft.esolutions.connector.journal.StatusEvent;
import de.hypersoft.esolutions.connector.tillcore.TillCoreClient.Away;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;

/** Does what the people at the till asked for, each wish once. */
final class RunTillCommands {

    private final TillContext till;
    private final Inbox inbox;

    RunTillCommands(TillContext till, Inbox inbox) {
        this.till = till;
        this.inbox = inbox;
    }

    void all() throws IOException {
        for (Inbox.Letter letter : inbox.letters()) {
            try {
                grant(letter);
            } catch (Away away) {
                Trouble.core(till, away);
                return; // the wish stays and is tried again
            }
            inbox.done(letter);
        }
    }

    private void grant(Inbox.Letter letter) throws Away, IOException {
        TillCommand wish = letter.wish();
        if (wish.kind().equals("resume")) {
            resume();
            return;
        }
        boolean booked = till.journal()
                .find(wish.orderId())
                .filter(kept -> kept.row().state() == State.BOOKED)
                .isPresent();
        if (!booked) {
            till.say().warn("wish ignored kind=" + wish.kind() + " order=" + wish.orderId() + ": not booked here");
            return;
        }
        switch (wish.kind()) {
            case "event" -> event(letter);
            case "replay" -> till.journal().resend(wish.orderId());
            case "reprint" -> {
                if (!till.core().reprint(wish.orderId()))
                    till.say().warn("reprint refused order=" + wish.orderId() + ": the till core does not know it");
            }
            default -> till.say().warn("wish ignored kind=" + wish.kind() + ": unknown");
        }
    }

    /** Under a new name: without a person's word in the portal it is refused again, and an older copy for good. */
    private void resume() throws IOException {
        if (till.journal().halted().isPresent()) {
            till.journal().rename(UUID.randomUUID().toString());
            till.alarms().clear("halted");
            till.say().info("resumed journal=" + till.journal().id());
        }
    }

    private void event(Inbox.Letter letter) throws IOException {
        TillCommand wish = letter.wish();
        StatusEvent.Type type = Stream.of(StatusEvent.Type.values())
                .filter(known -> known.name().equals(wish.type()))
                .findFirst()
                .orElse(StatusEvent.Type.BOOKED);
        // BOOKED and SIGNED are the till core's words, not a person's
        if (type == StatusEvent.Type.BOOKED || type == StatusEvent.Type.SIGNED) {
            till.say().warn("wish ignored order=" + wish.orderId() + ": no event " + wish.type());
        } else if (till.journal().report(wish.orderId(), type, wish.reason(), null, letter.key())) {
            till.say().info("event queued order=" + wish.orderId() + " type=" + type);
        }
    }
}
