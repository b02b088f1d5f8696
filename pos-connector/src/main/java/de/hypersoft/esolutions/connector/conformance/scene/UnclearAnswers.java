package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import de.hypersoft.esolutions.connector.conformance.portal.Treatment;
import de.hypersoft.esolutions.connector.conformance.portal.Weather;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An acknowledgement is answered with trouble of all kinds before it is answered. */
final class UnclearAnswers implements Scene {

    private static final List<Treatment> TROUBLES = List.of(
            Treatment.refuse(503, "unavailable"),
            Treatment.refuse(429, "too-many-requests"),
            Treatment.PAGE,
            Treatment.EMPTY_LIST);

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover order = stage.drawUp("answered with 503, 429, a page of a proxy and an empty list before the yes");
        AtomicInteger asked = new AtomicInteger();
        stage.weather(call -> {
            if (!call.acknowledges(order)) return Treatment.PASS;
            int turn = asked.getAndIncrement();
            return turn < TROUBLES.size() ? TROUBLES.get(turn) : Treatment.PASS;
        });
        stage.portal().place(order);
        boolean asksOn = stage.await(() -> asked.get() > TROUBLES.size());
        int early = order.earlyAt();
        stage.report()
                .judge(
                        Rule.WAITS_WHEN_UNCLEAR,
                        asksOn && early < 2,
                        stage.name(order) + " was asked for after each and booked after the yes",
                        early > 1
                                ? stage.name(order) + " was booked when acknowledgement " + early
                                        + " arrived, before any yes"
                                : stage.name(order) + " was acknowledged only " + asked.get() + " times");
        stage.weather(Weather.FAIR);
        stage.mustBook(order);
    }
}
