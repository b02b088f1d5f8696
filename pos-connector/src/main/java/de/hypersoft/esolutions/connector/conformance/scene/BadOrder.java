package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import java.io.IOException;

/** An order that the till can not book comes with one that it can. */
final class BadOrder implements Scene {

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover bad = stage.desk().drawUpUnknown();
        Handover good = stage.drawUp("in one answer with one that can not be booked");
        stage.witness().unfit(bad.orderId());
        stage.placeTogether(bad, good);
        boolean on = stage.booked(good);
        stage.report()
                .judge(
                        Rule.ONE_ORDER_STOPS_NO_OTHER,
                        on,
                        stage.name(good) + " was booked",
                        stage.name(good) + " was not booked");
        boolean settled = stage.await(() -> !bad.refusal().isEmpty()
                || bad.told("REJECTED") > 0
                || stage.book().has(bad.orderId()));
        stage.report()
                .judge(
                        Rule.REFUSES_BEFORE_IT_ACKNOWLEDGES,
                        settled && !bad.refusedLate(),
                        "order " + bad.number() + " with an article that no till knows was " + fate(bad),
                        "order " + bad.number() + " with an article that no till knows was "
                                + (bad.refusedLate()
                                        ? "refused after its acknowledgement had been confirmed"
                                        : "neither refused nor rejected nor booked"));
        stage.mustBook(good);
    }

    private static String fate(Handover bad) {
        if (!bad.refusal().isEmpty()) return "refused with " + bad.refusal() + ", before any acknowledgement";
        return bad.told("REJECTED") > 0 ? "acknowledged and then rejected" : "booked as it is";
    }
}
