package de.hypersoft.esolutions.portal.clock;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Time;
import de.hypersoft.esolutions.portal.pos.Bodies;
import de.hypersoft.esolutions.portal.pos.MaxBody;
import de.hypersoft.esolutions.web.LocalCaller;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the clock of a server started with {@code --test-clock}, asked from the same machine; else it is not there. */
@PermitAll
@MaxBody(4_096)
@RequestScoped
@Path("api/test/clock")
public class TestClockResource {

    private static final Logger LOG = LoggerFactory.getLogger(TestClockResource.class);

    @Inject
    private Time time;

    @Inject
    private Clock clock;

    /** Either by a duration or to an instant, both ISO 8601. */
    public record Move(@Nullable String advance, @Nullable String set) {}

    public record Now(String now) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Now move(String body, @Context HttpServletRequest request) throws UnknownHostException {
        boolean local = LocalCaller.is(request);
        if (!time.movable() || !local) throw new NotFound("not-found", "there is nothing at this address");
        Instant now = advance(Bodies.read(body, Move.class));
        LOG.info("clock moved now={}", now);
        return new Now(now.toString());
    }

    private Instant advance(Move move) {
        try {
            if (move.set() != null) return time.advance(Duration.between(clock.instant(), Instant.parse(move.set())));
            if (move.advance() != null) return time.advance(Duration.parse(move.advance()));
        } catch (DateTimeException | ArithmeticException e) {
            throw new Invalid("invalid-time", "advance is an ISO duration, set an ISO instant", "advance");
        }
        throw new Invalid("required", "either advance or set is needed", "advance");
    }
}
