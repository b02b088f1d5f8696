package de.hypersoft.esolutions.portal.pos.catalog;

import de.hypersoft.esolutions.catalog.availability.ManageAvailability;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.portal.pos.Bodies;
import de.hypersoft.esolutions.portal.pos.MaxBody;
import de.hypersoft.esolutions.portal.pos.TillCall;
import de.hypersoft.esolutions.portal.pos.TillCaller;
import de.hypersoft.esolutions.pos.tills.AuthenticateTill.Device;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a till has blocked, sells again, or counted; in the guest's page within two seconds (T19). */
@Path("api/pos/v1/availability")
@Consumes("application/json")
@Produces("application/json")
@TillCall
@MaxBody(4 * 1_048_576)
public class AvailabilityResource {

    @Inject
    private ManageAvailability availability;

    @Inject
    private TillCaller caller;

    @PUT
    public String put(String body) {
        Request request = Bodies.read(body, Request.class);
        Device till = caller.device();
        return Json.write(availability.report(till.tenant(), till.location(), report(request), caller.actor()));
    }

    private static ManageAvailability.Report report(Request request) {
        List<Block> blocks = request.blocks();
        List<Counter> counters = request.counters();
        return new ManageAvailability.Report(
                blocks == null
                        ? null
                        : blocks.stream().map(AvailabilityResource::block).toList(),
                request.unblocks(),
                counters == null
                        ? null
                        : counters.stream().map(AvailabilityResource::counter).toList(),
                request.uncounts(),
                Boolean.TRUE.equals(request.complete()));
    }

    private static ManageAvailability.Block block(@Nullable Block block) {
        Block given = Bodies.required(block, "blocks");
        return new ManageAvailability.Block(
                Bodies.required(given.articleId(), "blocks.articleId"), until(given.until()));
    }

    private static ManageAvailability.Counter counter(@Nullable Counter counter) {
        Counter given = Bodies.required(counter, "counters");
        return new ManageAvailability.Counter(
                Bodies.required(given.articleId(), "counters.articleId"),
                Bodies.required(given.remaining(), "counters.remaining"));
    }

    private static @Nullable Instant until(@Nullable String text) {
        return text == null || text.isBlank() ? null : Bodies.instant(text, "blocks.until");
    }

    public record Request(
            @Nullable List<Block> blocks,
            @Nullable List<String> unblocks,
            @Nullable List<Counter> counters,
            @Nullable List<String> uncounts,
            @Nullable Boolean complete) {}

    public record Block(
            @Nullable String articleId, @Nullable String until) {}

    public record Counter(
            @Nullable String articleId, @Nullable Integer remaining) {}
}
