package de.hypersoft.esolutions.shop.status;

import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.web.OpenPages;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The status pages that are open on this node, by the id of their order. */
@ApplicationScoped
public class OpenStatusPages {

    /** By 10 KB for each of them, a sixteenth of the heap. */
    private static final int MOST = (int) Math.max(2_000, Runtime.getRuntime().maxMemory() / 16 / 10_000);

    private static final int MOST_OF_CLIENT = 200;

    @Inject
    @ConfigProperty(name = OpenPages.BEAT, defaultValue = OpenPages.USUAL_BEAT)
    private Duration beat;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @SuppressWarnings("NullAway.Init")
    private OpenPages<UUID> pages;

    @PostConstruct
    void start() {
        pages = new OpenPages<>(
                "status-pages", MOST, MOST_OF_CLIENT, Function.identity(), Function.identity(), beat, scheduler);
    }

    @PreDestroy
    void stop() {
        pages.close();
    }

    /** @param client its address; a page that finds no place asks every few seconds instead */
    OpenPages.Place watch(UUID order, String client, SseEventSink sink, Sse sse) {
        return pages.watch(order, client, sink, sse);
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        boolean ofOrder = changed.what() == Changed.What.ORDER || changed.what() == Changed.What.ORDER_WAITING;
        if (ofOrder) pages.tell(changed.subject(), anybody -> true, "changed");
    }
}
