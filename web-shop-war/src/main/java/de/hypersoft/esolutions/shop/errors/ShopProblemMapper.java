package de.hypersoft.esolutions.shop.errors;

import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.web.page.Texts;
import de.hypersoft.esolutions.web.problem.Problem;
import de.hypersoft.esolutions.web.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The same fact as a page for people, or as problem+json for programs. */
@Provider
@ApplicationScoped
public class ShopProblemMapper implements ExceptionMapper<Throwable> {

    @Inject
    private ShopRequest shopRequest;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400)
            return web.getResponse();
        Problem problem = Problems.of(failure);
        String headline = words(problem, "title");
        Response answer = shopRequest.path().startsWith("/api/")
                ? problem.titled(headline).response()
                : page(problem, headline);
        return Response.fromResponse(answer).header("Cache-Control", "no-store").build();
    }

    private Response page(Problem problem, String headline) {
        ErrorPage shown = new ErrorPage(
                problem.status(),
                headline,
                words(problem, "words"),
                String.valueOf(problem.facts().getOrDefault("incident", "")),
                problem.status() == 404 ? "" : ErrorPage.order(shopRequest.path()));
        return problem.page(ShopPage.view(ErrorPage.class, shopRequest.plainPage(null, headline), shown));
    }

    private String words(Problem problem, String part) {
        Texts texts = shopRequest.texts();
        String exact = "error." + problem.code() + "." + part;
        if (texts.has(exact)) return texts.text(exact);
        String byStatus = "error." + problem.status() + "." + part;
        return texts.text(texts.has(byStatus) ? byStatus : "error.400." + part);
    }
}
