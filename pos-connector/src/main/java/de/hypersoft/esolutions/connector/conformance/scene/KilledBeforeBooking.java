package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import de.hypersoft.esolutions.connector.conformance.portal.Treatment;
import de.hypersoft.esolutions.connector.conformance.portal.Weather;
import java.io.IOException;

/** The till dies between confirmation and booking, and between booking and report. */
final class KilledBeforeBooking implements Scene {

    private static final String UNSEEN =
            "the till books by itself, so that nothing can come between its confirmation and its booking";

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover booked = stage.drawUp("booked by a till that was killed before it could say so");
        stage.weather(Weather.each(call -> call.reports(booked), Treatment.LOSE_REQUEST));
        stage.portal().place(booked);
        stage.mustBook(booked);
        boolean witnessed = stage.witness().used();
        if (witnessed) taken(stage);
        else stage.kill();
        stage.weather(Weather.FAIR);
        stage.start();
        stage.mustReport(booked);
        stage.followUp();
        stage.look();
        if (witnessed) silent(stage);
        else stage.report().unseen(Rule.BOOKS_WHEN_NOBODY_ANSWERS, UNSEEN);
    }

    private static void taken(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover order = stage.drawUp("confirmed and not booked when the till was killed, then given back and ticked");
        diesBeforeBooking(stage, order);
        order.pendingAgain();
        order.tick();
        stage.forbid(order, Rule.ASKS_AGAIN);
    }

    private static void silent(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover order =
                stage.drawUp("confirmed and not booked when the till was killed, with the portal silent after it");
        diesBeforeBooking(stage, order);
        stage.weather(Weather.each(call -> call.acknowledges(order), Treatment.LOSE_REQUEST));
        int before = order.asked();
        stage.start();
        boolean booked = stage.booked(order);
        boolean asked = order.asked() > before;
        stage.report()
                .judge(
                        Rule.BOOKS_WHEN_NOBODY_ANSWERS,
                        booked,
                        stage.name(order) + " was booked",
                        stage.name(order) + " was not booked");
        stage.report()
                .judge(
                        Rule.ASKS_AGAIN,
                        asked || !booked,
                        stage.name(order) + " was asked for before",
                        stage.name(order) + " was booked without another question");
        stage.weather(Weather.FAIR);
        stage.mustBook(order);
    }

    /** Confirmed, and the core has trouble in the moment in which it should book it. */
    private static void diesBeforeBooking(Stage stage, Handover order)
            throws IOException, InterruptedException, Standstill {
        stage.witness().hold(order.orderId());
        stage.portal().place(order);
        boolean tried = stage.await(() -> stage.witness().heldBack(order.orderId()));
        stage.kill();
        stage.witness().letGo(order.orderId());
        if (!tried) stage.mustBook(order);
    }
}
