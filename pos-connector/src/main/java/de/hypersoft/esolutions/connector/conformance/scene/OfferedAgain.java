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

/** Orders come a second time: under the same fence, under a higher one, under a lower one. */
final class OfferedAgain implements Scene {

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        untickedAndLate(stage);
        twice(stage);
        givenBack(stage);
    }

    private static void untickedAndLate(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover order = stage.drawUp("ticked and unticked, and offered once more under its first fence");
        AtomicBoolean over = new AtomicBoolean();
        stage.weather(call -> {
            if (call.acknowledges(order) && over.compareAndSet(false, true)) order.tick();
            return Treatment.PASS;
        });
        stage.portal().place(order);
        stage.await(() -> order.state() == OrderState.TRANSFERRED_MANUAL);
        stage.followUp();
        order.pendingAgain();
        stage.desk().copy(order, 1);
        boolean booked = stage.booked(order);
        stage.followUp();
        String overtaken = order.overtaken();
        stage.report()
                .judge(
                        Rule.GOES_BY_THE_NEWEST_FENCE,
                        booked && overtaken.isEmpty(),
                        stage.name(order) + " was acknowledged and booked under its fence " + order.fence(),
                        booked
                                ? stage.name(order) + " was " + overtaken
                                : stage.name(order) + " was not booked under its fence " + order.fence());
        stage.mustBook(order);
    }

    private static void twice(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover order = stage.place("offered twice under one fence");
        stage.await(() -> order.state() != OrderState.PENDING);
        stage.desk().copy(order, order.fence());
        stage.mustBook(order);
        stage.followUp();
    }

    /** A manager gives back what the till has booked, and did not say so yet. */
    private static void givenBack(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover order = stage.drawUp("given back after it was booked, and offered again");
        stage.weather(Weather.each(call -> call.reports(order), Treatment.LOSE_REQUEST));
        stage.portal().place(order);
        stage.mustBook(order);
        order.pendingAgain();
        stage.weather(Weather.FAIR);
        stage.await(() -> order.state() == OrderState.TRANSFERRED_AUTO);
        stage.mustReport(order);
        stage.followUp();
    }
}
