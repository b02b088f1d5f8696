package de.hypersoft.esolutions.portal.live;

import de.hypersoft.esolutions.identity.session.Sessions;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The portal's open pages on this node, each with what its person may see; they look by themselves every 15 s. A page
 * whose session ended, or whose person sees something else by now, is sent home with the next beat (20 s), and asks anew.
 */
@ApplicationScoped
public class LivePages {

    private static final int MOST = 1_000;
    private static final int MOST_OF_CLIENT = 100;

    @Inject
    private Sessions sessions;

    @Inject
    @ConfigProperty(name = OpenPages.BEAT, defaultValue = OpenPages.USUAL_BEAT)
    private Duration beat;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @SuppressWarnings("NullAway.Init")
    private OpenPages<Listening> pages;

    /**
     * Whose page it is.
     *
     * @param session its id
     */
    record Listening(UUID session, Scope scope) {}

    @PostConstruct
    void start() {
        pages = new OpenPages<>(
                "live-pages", MOST, MOST_OF_CLIENT, one -> one.scope().tenant(), this::entitled, beat, scheduler);
    }

    @PreDestroy
    void stop() {
        pages.close();
    }

    /** @param client its address; a page that finds no place only asks every 15 s */
    OpenPages.Place watch(Listening who, String client, SseEventSink sink, Sse sse) {
        return pages.watch(who, client, sink, sse);
    }

    private Set<Listening> entitled(Set<Listening> all) {
        Map<UUID, Reach> reaches =
                sessions.reaches(all.stream().map(Listening::session).collect(Collectors.toSet()));
        return all.stream()
                .filter(one -> sees(reaches.get(one.session()), one.scope()))
                .collect(Collectors.toSet());
    }

    private static boolean sees(@Nullable Reach now, Scope then) {
        return now instanceof Reach.Installation || then.equals(now);
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        TenantId tenant = new TenantId(changed.tenant());
        LocationId location = new LocationId(changed.location());
        pages.tell(
                tenant,
                one -> one.scope().covers(tenant, location),
                changed.what().name());
    }
}
