package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.pos.tills.TillTasks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The till heard a task, or showed it to a person. A body may say that the till can not do it:
 * {@code {"outcome":"UNABLE","detail":"…"}}; without one it is done.
 */
@RequestScoped
@Path("api/pos/v1/tasks/{taskId}/done")
@TillCall
@MaxBody(4_096)
public class TasksResource {

    @Inject
    private TillTasks tasks;

    @Inject
    TillCaller caller;

    @POST
    public void done(@PathParam("taskId") String taskId, @Nullable String body) {
        Outcome outcome = body == null || body.isBlank() ? new Outcome(null, null) : Bodies.read(body, Outcome.class);
        if ("UNABLE".equals(outcome.outcome()))
            tasks.unable(caller.device().till(), id(taskId), Objects.requireNonNullElse(outcome.detail(), ""));
        else tasks.done(caller.device().till(), id(taskId));
    }

    /** @param outcome DONE or UNABLE; anything else counts as DONE, as in the first version of the wire */
    public record Outcome(
            @Nullable String outcome, @Nullable String detail) {}

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("unknown-task", "there is no such task");
        }
    }
}
