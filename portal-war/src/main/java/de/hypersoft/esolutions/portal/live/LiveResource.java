package de.hypersoft.esolutions.portal.live;

import de.hypersoft.esolutions.portal.access.SignedIn;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** Where open pages listen. Holds no thread while nothing happens. */
@RequestScoped
@Path("live")
public class LiveResource {

    @Inject
    private LivePages pages;

    @Inject
    private VisibleLocations visible;

    @Inject
    private SignedIn signedIn;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void listen(@Context SseEventSink sink, @Context Sse sse, @Context HttpServletRequest request) {
        if (visible.tenant().isEmpty()) sink.close();
        else
            pages.watch(
                            new LivePages.Listening(signedIn.sessionId(), visible.scope()),
                            request.getRemoteAddr(),
                            sink,
                            sse)
                    .orRefuse();
    }
}
