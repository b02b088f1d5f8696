package de.hypersoft.esolutions.portal.live;

import de.hypersoft.esolutions.kernel.Changed;
import de.hypersoft.esolutions.tenancy.LocationId;
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
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** The portal's open pages on this node, each with what its person may see; they look by themselves every 15 s. */
@ApplicationScoped
public class LivePages {

    private static final int MOST = 1_000;
    private static final int MOST_OF_CLIENT = 100;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @SuppressWarnings("NullAway.Init")
    private OpenPages<Scope> pages;

    @PostConstruct
    void start() {
        pages = new OpenPages<>("live-pages", MOST, MOST_OF_CLIENT, scheduler);
    }

    @PreDestroy
    void stop() {
        pages.close();
    }

    /** @param client its address; a page that finds no place only asks every 15 s */
    OpenPages.Place watch(Scope scope, String client, SseEventSink sink, Sse sse) {
        return pages.watch(scope, client, sink, sse);
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        TenantId tenant = new TenantId(changed.tenant());
        LocationId location = new LocationId(changed.location());
        pages.tell(scope -> scope.covers(tenant, location), changed.what().name());
    }
}
