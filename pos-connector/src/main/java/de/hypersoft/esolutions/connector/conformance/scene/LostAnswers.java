package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Call;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import de.hypersoft.esolutions.connector.conformance.portal.OrderState;
import de.hypersoft.esolutions.connector.conformance.portal.Treatment;
import de.hypersoft.esolutions.connector.conformance.portal.Weather;
import java.io.IOException;
import java.time.Duration;

/** Each kind of call loses its answer once, and an acknowledgement its way; one yes is slow. */
final class LostAnswers implements Scene {

    private static final Duration SLOW = Duration.ofSeconds(3);

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover claimed = stage.drawUp("handed out in an answer that was lost");
        stage.weather(Weather.each(
                call -> call.kind() == Call.Kind.CLAIM && claimed.state() == OrderState.PENDING,
                Treatment.LOSE_ANSWER));
        stage.portal().place(claimed);
        stage.mustBook(claimed);

        Handover confirmed = stage.drawUp("whose confirmation was lost");
        play(stage, confirmed, Treatment.LOSE_ANSWER);
        Handover unheard = stage.drawUp("whose acknowledgement was lost");
        play(stage, unheard, Treatment.LOSE_REQUEST);
        Handover slow = stage.drawUp("whose confirmation took 3 s");
        play(stage, slow, Treatment.PASS.and(() -> stage.pass(SLOW)));

        Handover reported = stage.drawUp("whose event was heard and its answer lost");
        stage.weather(Weather.once(call -> call.reports(reported), Treatment.LOSE_ANSWER));
        stage.portal().place(reported);
        stage.mustBook(reported);
        boolean again = stage.await(() -> reported.told("BOOKED") > 1);
        stage.report()
                .judge(
                        Rule.REPORTS_WHAT_IT_BOOKED,
                        again,
                        stage.name(reported) + " was told BOOKED again",
                        stage.name(reported) + " was told BOOKED only once: nobody knows whether it was heard");
        stage.weather(Weather.FAIR);
    }

    private static void play(Stage stage, Handover order, Treatment treatment)
            throws IOException, InterruptedException, Standstill {
        stage.weather(Weather.once(call -> call.acknowledges(order), treatment));
        stage.portal().place(order);
        stage.mustBook(order);
    }
}
