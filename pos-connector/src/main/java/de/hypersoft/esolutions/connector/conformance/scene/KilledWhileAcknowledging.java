package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import de.hypersoft.esolutions.connector.conformance.portal.OrderState;
import de.hypersoft.esolutions.connector.conformance.portal.Treatment;
import de.hypersoft.esolutions.connector.conformance.portal.Weather;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The till dies while the portal answers its acknowledgement of two orders; one of them is taken over while it is down. */
final class KilledWhileAcknowledging implements Scene {

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover one = stage.drawUp("acknowledged in the moment in which the till was killed");
        Handover two = stage.drawUp("acknowledged in the moment in which the till was killed, too");
        AtomicBoolean dead = new AtomicBoolean();
        stage.weather(
                Weather.once(call -> call.acknowledges(one) || call.acknowledges(two), Treatment.LOSE_ANSWER.and(() -> {
                    stage.kill();
                    dead.set(true);
                })));
        stage.placeTogether(one, two);
        if (!stage.await(dead::get)) stage.mustBook(one);
        boolean first = one.state() == OrderState.TRANSFERRED_AUTO;
        Handover stays = first ? one : two;
        Handover goes =
                stage.named(first ? two : one, "given back and ticked while the till that had fetched it was down");
        goes.pendingAgain();
        goes.tick();
        stage.forbid(goes, Rule.ASKS_AGAIN);
        stage.weather(Weather.FAIR);
        stage.start();
        boolean remembered = stage.booked(stays);
        stage.report()
                .judge(
                        Rule.WRITES_DOWN_FIRST,
                        remembered,
                        stage.name(stays) + " was asked for again and booked after the restart",
                        stage.name(stays) + " was not booked after the restart: the till had not written it down");
        stage.followUp();
        stage.look();
    }
}
