package de.hypersoft.esolutions.kernel.outbox;

import de.hypersoft.esolutions.kernel.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A listener that says what it heard, and can be deaf. */
public final class Ear implements Listener<Ear.Called> {

    final List<Called> heard = Collections.synchronizedList(new ArrayList<>());
    final Set<Integer> deafTo = Collections.synchronizedSet(new HashSet<>());
    private final String name;

    Ear(String name) {
        this.name = name;
    }

    static Called called(String who, int number) {
        return new Called(who, number, Money.of(1_254, "EUR"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<Called> event() {
        return Called.class;
    }

    @Override
    public void on(Called event) {
        if (deafTo.contains(event.number())) throw new IllegalStateException("deaf to " + event.who());
        heard.add(event);
    }

    /** Public because JSON-B reads it. */
    public record Called(String who, int number, Money money) implements DomainEvent {
        @Override
        public String type() {
            return "called/1";
        }

        @Override
        public String aggregate() {
            return who;
        }
    }
}
