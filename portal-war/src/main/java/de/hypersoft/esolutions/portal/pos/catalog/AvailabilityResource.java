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
    TillCaller caller;

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
                blocks == null ? null : Bodies.each(blocks, "blocks", AvailabilityResource::block),
                request.unblocks(),
                counters == null ? null : Bodies.each(counters, "counters", AvailabilityResource::counter),
                request.uncounts(),
                Boolean.TRUE.equals(request.complete()));
    }

    private static ManageAvailability.Block block(Block given, String path) {
        return new ManageAvailability.Block(
                Bodies.required(given.articleId(), path + ".articleId"), until(given.until(), path + ".until"));
    }

    private static ManageAvailability.Counter counter(Counter given, String path) {
        return new ManageAvailability.Counter(
                Bodies.required(given.articleId(), path + ".articleId"),
                Bodies.required(given.remaining(), path + ".remaining"));
    }

    private static @Nullable Instant until(@Nullable String text, String path) {
        return text == null || text.isBlank() ? null : Bodies.instant(text, path);
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
