package de.hypersoft.esolutions.portal.problems;

import de.hypersoft.esolutions.kernel.ExceptionChain;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.portal.access.Paths;
import de.hypersoft.esolutions.portal.access.RefusedRequests;
import de.hypersoft.esolutions.portal.access.Upload;
import de.hypersoft.esolutions.portal.layout.PageModels;
import de.hypersoft.esolutions.web.page.View;
import de.hypersoft.esolutions.web.problem.Problem;
import de.hypersoft.esolutions.web.problem.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What went wrong becomes an answer: problem+json below {@code api/}, else a page. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    @Context
    private UriInfo uri;

    @Inject
    private RefusedRequests refused;

    @Inject
    private PageModels models;

    @Override
    public Response toResponse(Throwable failure) {
        Problem problem = Problems.of(failure);
        String form = "";
        for (Throwable cause : ExceptionChain.of(failure)) {
            if (cause instanceof Refusal refusal) refused.note(refusal);
            if (cause instanceof Upload.TooLarge upload) form = upload.form();
        }
        return Paths.isApi(Paths.of(uri))
                ? problem.response()
                : problem.page(View.of(ProblemPage.class, new ProblemPage(problem, form))
                        .with(PageModels.NAME, models.bare()));
    }
}
