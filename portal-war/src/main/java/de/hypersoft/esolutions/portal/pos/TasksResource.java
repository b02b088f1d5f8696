package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.pos.TillTasks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** The till showed a task to a person. */
@RequestScoped
@Path("api/pos/v1/tasks/{taskId}/done")
@TillCall
public class TasksResource {

    private final TillTasks tasks;
    private final TillCaller caller;

    @SuppressWarnings("NullAway")
    public TasksResource() { // CDI
        this(null, null);
    }

    @Inject
    public TasksResource(TillTasks tasks, TillCaller caller) {
        this.tasks = tasks;
        this.caller = caller;
    }

    @POST
    public void done(@PathParam("taskId") String taskId) {
        tasks.done(caller.device().till(), id(taskId));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("unknown-task", "there is no such task");
        }
    }
}
