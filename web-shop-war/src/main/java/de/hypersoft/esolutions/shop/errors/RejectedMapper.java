package de.hypersoft.esolutions.shop.errors;

import de.hypersoft.esolutions.shop.guard.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Too large, too many, or no JSON at all. */
@Provider
@ApplicationScoped
public class RejectedMapper implements ExceptionMapper<Rejected> {

    @Inject
    private Answers answers;

    @Override
    public Response toResponse(Rejected rejected) {
        return answers.plain(rejected.status(), rejected.code());
    }
}
