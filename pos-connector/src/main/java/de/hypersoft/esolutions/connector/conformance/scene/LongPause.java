package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import de.hypersoft.esolutions.connector.conformance.portal.Treatment;
import de.hypersoft.esolutions.connector.conformance.portal.Weather;
import java.io.IOException;
import java.time.Duration;

/** More than ten seconds lie between question and booking, and meanwhile the order is taken over. */
final class LongPause implements Scene {

    private static final Duration LONG = Duration.ofSeconds(11);

    @Override
    public void play(Stage stage) throws IOException, InterruptedException, Standstill {
        if (stage.witness().used()) slowCore(stage);
        else slowYes(stage);
        stage.followUp();
        stage.look();
    }

    private static void slowCore(Stage stage) throws IOException, InterruptedException, Standstill {
        Handover order = stage.drawUp("confirmed 11 s before the till core could book it, and taken over meanwhile");
        stage.witness().hold(order.orderId());
        stage.portal().place(order);
        if (!stage.await(() -> stage.witness().heldBack(order.orderId()))) {
            stage.witness().letGo(order.orderId());
            stage.mustBook(order);
        }
        int before = order.asked();
        takeOver(stage, order);
        stage.pass(LONG);
        stage.witness().letGo(order.orderId());
        stage.await(() -> order.asked() > before || stage.book().has(order.orderId()));
    }

    private static void slowYes(Stage stage) throws IOException, InterruptedException {
        Handover order = stage.drawUp("whose yes was 11 s on its way, and which was taken over meanwhile");
        stage.weather(Weather.once(call -> call.acknowledges(order), Treatment.PASS.and(() -> {
            takeOver(stage, order);
            stage.pass(LONG);
        })));
        stage.portal().place(order);
        stage.await(() -> order.asked() > 1 || stage.book().has(order.orderId()));
        stage.weather(Weather.FAIR);
    }

    private static void takeOver(Stage stage, Handover order) {
        order.pendingAgain();
        order.tick();
        stage.forbid(order, Rule.ASKS_AGAIN);
    }
}
