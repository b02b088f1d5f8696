package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Call;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import de.hypersoft.esolutions.connector.conformance.portal.Treatment;
import de.hypersoft.esolutions.connector.conformance.portal.Weather;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody else takes an order between its hand-out and its acknowledgement. */
final class TakenOver implements Scene {

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover ticked = stage.drawUp("ticked by a manager before its acknowledgement arrived");
        Handover other = stage.drawUp("fetched by another till after its lease was over");
        Handover withdrawn = stage.drawUp("withdrawn before its acknowledgement arrived");
        stage.forbid(ticked, Rule.LEAVES_WHAT_WAS_TAKEN_OVER);
        stage.forbid(other, Rule.LEAVES_WHAT_WAS_TAKEN_OVER);
        stage.forbid(withdrawn, Rule.LEAVES_WHAT_WAS_WITHDRAWN);
        List<Meanwhile> moves = List.of(
                new Meanwhile(ticked, ticked::tick),
                new Meanwhile(other, other::takenByOtherTill),
                new Meanwhile(withdrawn, withdrawn::withdraw));
        stage.weather(call -> {
            moves.forEach(move -> move.before(call));
            return Treatment.PASS;
        });
        stage.placeTogether(ticked, other, withdrawn);
        stage.await(() -> ticked.asked() > 0 && other.asked() > 0 && withdrawn.asked() > 0);
        stage.followUp();
        stage.look();
        inAnEmergency(stage);
    }

    /** The line breaks, the manager takes over, and the till comes back. */
    private static void inAnEmergency(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover held = stage.drawUp("ticked in emergency mode while the till that had fetched it was away");
        Handover waiting = stage.drawUp("placed and ticked in emergency mode");
        stage.forbid(held, Rule.LEAVES_WHAT_WAS_TAKEN_OVER);
        stage.forbid(waiting, Rule.LEAVES_WHAT_WAS_TAKEN_OVER);
        stage.weather(Weather.each(call -> call.acknowledges(held), Treatment.LOSE_REQUEST));
        int lost = stage.portal().lost();
        stage.portal().place(held);
        stage.await(() -> stage.portal().lost() > lost);
        stage.weather(Weather.OUTAGE);
        stage.desk().emergency(true);
        held.tick();
        waiting.tick();
        stage.portal().place(waiting);
        int before = held.asked();
        int calls = stage.portal().calls();
        stage.weather(Weather.FAIR);
        stage.await(() -> held.asked() > before || stage.portal().calls() > calls + 1);
        stage.desk().emergency(false);
        stage.followUp();
        stage.look();
    }

    /** What somebody does with an order while its first acknowledgement is on its way. */
    private static final class Meanwhile {

        private final Handover order;
        private final Runnable move;
        private final AtomicBoolean over = new AtomicBoolean();

        Meanwhile(Handover order, Runnable move) {
            this.order = order;
            this.move = move;
        }

        void before(Call call) {
            if (call.acknowledges(order) && over.compareAndSet(false, true)) move.run();
        }
    }
}
