package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import java.io.IOException;

/** The wish to cancel an order that the till has. */
final class TasksForTheTill implements Scene {

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover order = stage.place("to be cancelled at the till");
        stage.mustBook(order);
        stage.mustReport(order);
        String task = stage.desk().tasks().ask("VOID_AT_TILL", order.orderId());
        stage.portal().board().changed();
        boolean done = stage.await(() -> stage.desk().tasks().done(task));
        stage.report()
                .judge(
                        Rule.HEARS_TASKS,
                        done,
                        "the task VOID_AT_TILL of order " + order.number() + " was answered",
                        "the task VOID_AT_TILL of order " + order.number() + " was handed out and never answered");
        stage.desk().tasks().dropAll();
    }
}
