package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import de.hypersoft.esolutions.connector.conformance.portal.Treatment;
import de.hypersoft.esolutions.connector.conformance.portal.Weather;
import java.io.IOException;

/** Nothing gets through for some tries; the till comes back by itself with what it has to tell. */
final class LongOutage implements Scene {

    private static final int TRIES = 3;

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover booked = stage.drawUp("booked before an outage in which nothing could be told");
        stage.weather(Weather.each(call -> call.reports(booked), Treatment.LOSE_REQUEST));
        stage.portal().place(booked);
        stage.mustBook(booked);
        stage.weather(Weather.OUTAGE);
        Handover waiting = stage.place("placed in an outage");
        int lost = stage.portal().lost();
        stage.await(() -> stage.portal().lost() >= lost + TRIES);
        stage.weather(Weather.FAIR);
        stage.mustBook(waiting);
        stage.mustReport(booked);
        stage.mustReport(waiting);
    }
}
