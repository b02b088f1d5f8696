package de.hypersoft.esolutions.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxListenersTest {

    public record Placed(String aggregate) implements DomainEvent {
        @Override
        public String type() {
            return "placed/1";
        }
    }

    public record Cancelled(String aggregate) implements DomainEvent {
        @Override
        public String type() {
            return "cancelled/1";
        }
    }

    private record Ear<E extends DomainEvent>(String name, Class<E> event, List<E> heard) implements Listener<E> {
        Ear(String name, Class<E> event) {
            this(name, event, new ArrayList<>());
        }

        @Override
        public void on(E told) {
            heard.add(told);
        }
    }

    private final Ear<Placed> mail = new Ear<>("mail", Placed.class);
    private final Ear<Placed> kitchen = new Ear<>("kitchen", Placed.class);
    private final Ear<Cancelled> refund = new Ear<>("refund", Cancelled.class);
    private final OutboxListeners listeners = new OutboxListeners(List.of(mail, kitchen, refund));

    @Test
    void nobody_is_told_of_what_he_did_not_ask_for() {
        assertThat(listeners.namesFor(new Placed("K-1"))).containsExactly("kitchen", "mail");
        assertThat(listeners.namesFor(new Cancelled("K-1"))).containsExactly("refund");
    }

    @Test
    void whoever_wants_to_hear_of_some_only_is_told_of_those_only() {
        Listener<Placed> choosy = new Listener<>() {
            @Override
            public String name() {
                return "choosy";
            }

            @Override
            public Class<Placed> event() {
                return Placed.class;
            }

            @Override
            public boolean concerns(Placed event) {
                return event.aggregate().equals("K-2");
            }

            @Override
            public void on(Placed event) {}
        };
        OutboxListeners both = new OutboxListeners(List.of(mail, choosy));

        assertThat(both.namesFor(new Placed("K-1"))).containsExactly("mail");
        assertThat(both.namesFor(new Placed("K-2"))).containsExactly("choosy", "mail");
        assertThat(both.namesFor(new Cancelled("K-2"))).isEmpty();
    }

    @Test
    void a_row_is_read_by_the_one_whose_name_it_bears() {
        listeners.deliver("kitchen", List.of("{\"aggregate\":\"K-1\"}"));
        listeners.deliver("kitchen", List.of("{\"aggregate\":\"K-2\"}", "{\"aggregate\":\"K-3\"}"));

        assertThat(kitchen.heard()).containsExactly(new Placed("K-1"), new Placed("K-2"), new Placed("K-3"));
        assertThat(mail.heard()).isEmpty();
    }

    @Test
    void a_row_for_a_listener_of_another_release_waits_and_two_of_one_name_are_a_mistake() {
        OutboxListeners twice = new OutboxListeners(List.of(mail, new Ear<>("mail", Cancelled.class)));

        assertThatThrownBy(() -> listeners.deliver("printer", List.of("{}"))).hasMessageContaining("printer");
        assertThatThrownBy(() -> twice.namesFor(new Placed("K-1"))).hasMessageContaining("mail");
    }
}
