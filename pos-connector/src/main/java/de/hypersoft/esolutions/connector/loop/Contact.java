package de.hypersoft.esolutions.connector.loop;

import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.ConsoleLog;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.time.Duration;

/** Knows when the portal last answered, and raises the alarm when that is too long ago (T36). Selling goes on. */
public final class Contact {

    private static final String AWAY = "portal-away";

    private final Watch watch;
    private final Alarms alarms;
    private final ConnectorTexts texts;
    private final ConsoleLog say;
    private final Duration alarmAfter;
    private Watch.Moment last;

    public Contact(Watch watch, Alarms alarms, ConnectorTexts texts, ConsoleLog say, Duration alarmAfter) {
        this.watch = watch;
        this.alarms = alarms;
        this.texts = texts;
        this.say = say;
        this.alarmAfter = alarmAfter;
        this.last = watch.now();
    }

    /** Notes an answer. A gateway that answers for a portal that is down (5xx) is no contact. */
    public synchronized void noted(Reply reply) {
        if (!reply.reached() || reply.status() >= 500) return;
        last = watch.now();
        if (alarms.clear(AWAY)) say.info("portal back: " + texts.of("alarm.portal-back"));
        if (reply.status() == 401 || reply.status() == 403) {
            alarms.raise("token", texts.of("alarm.token", reply.words()));
        } else if (reply.ok()) {
            alarms.clear("token");
        }
    }

    /** Raises the alarm when it is due. */
    public synchronized void check() {
        Duration silence = watch.since(last);
        if (silence.compareTo(alarmAfter) >= 0)
            alarms.raise(AWAY, texts.of("alarm.portal-away", Long.toString(silence.toMinutes())));
    }
}
