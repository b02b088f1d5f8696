package de.hypersoft.esolutions.shop.errors;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.web.RefusalStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The model said no. */
@Provider
@ApplicationScoped
public class RefusalMapper implements ExceptionMapper<Refusal> {

    @Inject
    private Answers answers;

    @Override
    public Response toResponse(Refusal refusal) {
        return answers.refusal(RefusalStatus.of(refusal), refusal);
    }
}
