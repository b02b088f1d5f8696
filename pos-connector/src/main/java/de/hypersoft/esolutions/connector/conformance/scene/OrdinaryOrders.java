package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import java.io.IOException;
import java.util.List;

/** Three orders on a good day, two of them in one answer. */
final class OrdinaryOrders implements Scene {

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover alone = stage.place("an ordinary one");
        stage.mustBook(alone);
        Handover one = stage.drawUp("one of two in one answer");
        Handover two = stage.drawUp("the other of two in one answer");
        stage.placeTogether(one, two);
        for (Handover order : List.of(one, two)) stage.mustBook(order);
        for (Handover order : List.of(alone, one, two)) stage.mustReport(order);
    }
}
