package de.hypersoft.esolutions.connector.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves when it is told to. */
public final class TestTime extends Clock {

    private volatile Instant now = Instant.parse("2026-11-22T18:00:00Z");

    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    Watch watch() {
        return new Watch(this, () -> now.toEpochMilli() * 1_000_000);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
