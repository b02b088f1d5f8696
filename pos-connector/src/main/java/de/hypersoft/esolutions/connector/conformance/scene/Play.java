package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Rule;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import de.hypersoft.esolutions.connector.conformance.portal.Weather;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** All situations, one after the other. */
public final class Play {

    private static final List<Scene> SCENES = List.of(
            new OrdinaryOrders(),
            new LostAnswers(),
            new UnclearAnswers(),
            new BusyOrder(),
            new TakenOver(),
            new OfferedAgain(),
            new KilledWhileAcknowledging(),
            new KilledBeforeBooking(),
            new TillAway(),
            new LongPause(),
            new LongOutage(),
            new OfTomorrow(),
            new BadOrder(),
            new Audit(),
            new TasksForTheTill(),
            new RolledBack());

    private final Stage stage;
    private final Consumer<String> say;

    /** @param say what is going on, a line at a time */
    public Play(Stage stage, Consumer<String> say) {
        this.stage = stage;
        this.say = say;
    }

    /**
     * Starts the candidate and plays everything to it. A program that does not even book ordinary orders is tried no
     * further, nor is one that stands still in two situations one after the other.
     */
    public void all() throws IOException, InterruptedException {
        stage.start();
        if (!stage.await(() -> stage.desk().paired())) {
            stage.report().broken(Rule.BEARS_ITS_TOKEN, "it never paired");
            return;
        }
        int standstills = 1;
        for (Scene scene : SCENES) {
            say.accept(title(scene));
            standstills = played(scene) ? 0 : standstills + 1;
            if (standstills > 1) {
                say.accept("it stands still: the rest is not tried");
                return;
            }
        }
        stage.look();
    }

    private boolean played(Scene scene) throws IOException, InterruptedException {
        try {
            scene.play(stage);
            return true;
        } catch (Standstill waited) {
            say.accept(String.valueOf(waited.getMessage()));
            stage.weather(Weather.FAIR);
            stage.kill();
            stage.start();
            return false;
        }
    }

    private static String title(Scene scene) {
        return scene.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
