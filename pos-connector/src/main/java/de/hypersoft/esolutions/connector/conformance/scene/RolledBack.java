package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import java.io.IOException;

/** The till's data are put back to what they were; or, where they can not be, the portal says that they were. Comes last. */
final class RolledBack implements Scene {

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover late = stage.drawUp("placed after the till's data had been put back to an older state");
        stage.forbid(late, Rule.STOPS_WHEN_ROLLED_BACK);
        if (stage.candidate().keepsFolder()) {
            restored(stage);
            stage.portal().place(late);
            stage.start();
        } else {
            stage.desk().distrust();
            stage.portal().place(late);
        }
        boolean refused = stage.await(
                () -> stage.desk().refusedJournals() > 0 || stage.book().has(late.orderId()));
        boolean wentOn =
                stage.awaitQuietly(() -> late.confirmed() || stage.book().has(late.orderId()));
        stage.report()
                .judge(
                        Rule.STOPS_WHEN_ROLLED_BACK,
                        refused && !wentOn,
                        "after " + stage.desk().refusedJournals()
                                + " refused calls nothing more was acknowledged or booked",
                        stage.name(late) + (wentOn ? " was acknowledged after " : " was asked for by nobody, after ")
                                + stage.desk().refusedJournals() + " refused calls");
    }

    private static void restored(Stage stage) throws IOException, InterruptedException, Standstill {
        stage.kill();
        stage.candidate().backUp();
        stage.start();
        for (int orders = 0; orders < 3; orders++) {
            Handover order = stage.place("booked after the backup");
            stage.mustBook(order);
            stage.mustReport(order);
        }
        stage.kill();
        stage.candidate().restore();
    }
}
