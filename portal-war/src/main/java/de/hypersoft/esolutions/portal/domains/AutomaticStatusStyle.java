package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.acme.AutomaticView;
import de.hypersoft.esolutions.portal.layout.PageModel;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How the state of an automatic certificate looks and sounds. */
public final class AutomaticStatusStyle {

    private AutomaticStatusStyle() {}

    public static String tone(AutomaticView automatic) {
        return switch (automatic.standing()) {
            case SWITCHED_OFF, NOT_ALLOWED, RESTING, WAITING_DNS, ORDERING, PROVING -> "info";
            case FAILED -> "warn";
            case READY, SERVING -> "ok";
        };
    }

    public static String icon(AutomaticView automatic) {
        return switch (automatic.standing()) {
            case SWITCHED_OFF, NOT_ALLOWED, RESTING -> "minus";
            case WAITING_DNS, ORDERING -> "clock";
            case PROVING -> "timer";
            case FAILED -> "triangle-alert";
            case READY, SERVING -> "circle-check";
        };
    }

    public static String sentence(PageModel model, AutomaticView automatic, ZoneId zone) {
        AutomaticView.Row row = automatic.row();
        String key = "automatic.says-" + automatic.standing();
        return switch (automatic.standing()) {
            case RESTING -> model.text(key, time(model, automatic.renewal(), zone));
            case WAITING_DNS, FAILED -> model.text(key, time(model, row == null ? null : row.nextAt(), zone));
            case READY -> model.text(key, time(model, automatic.until(), zone));
            case SERVING ->
                model.text(key, time(model, automatic.until(), zone), time(model, automatic.renewal(), zone));
            default -> model.hosting(key);
        };
    }

    /** Only where there is something to wait for. */
    public static boolean canBeHurried(AutomaticView automatic) {
        return automatic.standing() == AutomaticView.Standing.FAILED
                || automatic.standing() == AutomaticView.Standing.WAITING_DNS;
    }

    private static String time(PageModel model, @Nullable Instant at, ZoneId zone) {
        return at == null ? "–" : model.seconds(at, zone);
    }
}
