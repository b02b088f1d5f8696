package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import de.hypersoft.esolutions.connector.conformance.portal.Treatment;
import de.hypersoft.esolutions.connector.conformance.portal.Weather;
import java.io.IOException;

/** The till is off with orders that it has fetched; a manager works meanwhile, and the till comes back. */
final class TillAway implements Scene {

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover ticked =
                stage.drawUp("fetched by a till that was switched off then, and ticked once its lease was over");
        Handover back = stage.drawUp("ticked and unticked while the till that had fetched it was off");
        Handover meanwhile = stage.drawUp("placed and ticked while the till was off");
        Handover left = stage.drawUp("placed while the till was off and left to it");
        stage.forbid(ticked, Rule.LEAVES_WHAT_WAS_TAKEN_OVER);
        stage.forbid(meanwhile, Rule.LEAVES_WHAT_WAS_TAKEN_OVER);
        stage.weather(
                Weather.each(call -> call.acknowledges(ticked) || call.acknowledges(back), Treatment.LOSE_REQUEST));
        int lost = stage.portal().lost();
        stage.placeTogether(ticked, back);
        stage.await(() -> stage.portal().lost() > lost);
        stage.kill();
        ticked.tick();
        back.tick();
        back.pendingAgain();
        stage.portal().place(meanwhile);
        meanwhile.tick();
        stage.portal().place(left);
        stage.weather(Weather.FAIR);
        stage.start();
        stage.mustBook(left);
        stage.mustBook(back);
        stage.followUp();
        stage.look();
    }
}
