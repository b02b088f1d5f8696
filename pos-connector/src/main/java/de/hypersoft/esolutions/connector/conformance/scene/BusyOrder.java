package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import java.io.IOException;

/** One order alone gets neither yes nor no, and the others do. */
final class BusyOrder implements Scene {

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover stuck = stage.drawUp("answered busy while others are answered");
        stuck.busy(true);
        stage.portal().place(stuck);
        stage.await(() -> stuck.asked() > 0);
        Handover other = stage.place("placed while another one is answered busy");
        boolean on = stage.booked(other);
        stuck.busy(false);
        stage.report()
                .judge(
                        Rule.ONE_ORDER_STOPS_NO_OTHER,
                        on,
                        stage.name(other) + " was booked meanwhile",
                        stage.name(other) + " was not booked before the other one went on");
        stage.mustBook(stuck);
        stage.mustBook(other);
    }
}
