package de.hypersoft.esolutions.connector.loop;

import de.hypersoft.esolutions.connector.wire.ConsoleLog;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says the same thing to the people at the till once, and again only after a while. */
public final class Alarms {

    private static final int REMEMBERED = 1_000;

    private final ConsoleLog say;
    private final Watch watch;
    private final Duration repeat;
    private final Map<String, Watch.Moment> raised = new LinkedHashMap<>();

    public Alarms(ConsoleLog say, Watch watch, Duration repeat) {
        this.say = say;
        this.watch = watch;
        this.repeat = repeat;
    }

    /** @param key what it is about; the same key is silent until the repeat time is over */
    public synchronized void raise(String key, String words) {
        Watch.Moment before = raised.get(key);
        if (before != null && watch.since(before).compareTo(repeat) < 0) return;
        raised.put(key, watch.now());
        if (raised.size() > REMEMBERED) raised.remove(raised.keySet().iterator().next());
        say.alarm(words);
    }

    /** The trouble is over. @return whether it had been raised */
    public synchronized boolean clear(String key) {
        return raised.remove(key) != null;
    }
}
