package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import java.io.IOException;

/** A portal of a later version: members everywhere that nobody knows, a kind of task, a further version. */
final class OfTomorrow implements Scene {

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        stage.desk().ofTomorrow(true);
        stage.desk().tasks().ask("A_TASK_OF_TOMORROW", "");
        Handover order = stage.place("with members that version 1 does not know, beside a task of an unknown kind");
        boolean booked = stage.booked(order);
        stage.report()
                .judge(
                        Rule.SKIPS_WHAT_IT_DOES_NOT_KNOW,
                        booked,
                        stage.name(order) + " was booked",
                        stage.name(order) + " was not booked: the portal has it as " + order.state());
        stage.desk().tasks().dropAll();
        stage.desk().ofTomorrow(false);
        if (booked) {
            stage.mustReport(order);
        } else {
            stage.forbid(order, Rule.SKIPS_WHAT_IT_DOES_NOT_KNOW);
            order.withdraw();
        }
    }
}
