package de.hypersoft.esolutions.shop.errors;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.view.ShopTexts;
import de.hypersoft.esolutions.shop.view.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The same fact as a page for people, or as problem+json for programs. */
@ApplicationScoped
public class Answers {

    private final ShopRequest shopRequest;

    @Inject
    Answers(ShopRequest shopRequest) {
        this.shopRequest = shopRequest;
    }

    /** What the page for an error shows. */
    public record Trouble(int status, String code, String headline, String words, String incident) {}

    Response refusal(int status, Refusal refusal) {
        return answer(status, refusal.code(), String.valueOf(refusal.getMessage()), refusal.parameters(), "");
    }

    Response plain(int status, String code) {
        return answer(status, code, words(status, code, "words"), Map.of(), "");
    }

    Response fault(int status, String code, String incident) {
        return answer(status, code, words(status, code, "words"), Map.of("incident", incident), incident);
    }

    private Response answer(int status, String code, String detail, Map<String, Object> facts, String incident) {
        String headline = words(status, code, "title");
        Response.ResponseBuilder builder = Response.status(status).header("Cache-Control", "no-store");
        if (status == 503 || status == 429) builder.header("Retry-After", facts.getOrDefault("retryAfterSeconds", 10));
        if (status == 413) builder.header("Connection", "close"); // what is still to come is not read
        if (shopRequest.path().startsWith("/api/")) {
            return builder.type("application/problem+json")
                    .entity(Json.write(Problem.of(status, code, headline, detail, facts)))
                    .build();
        }
        Trouble trouble = new Trouble(status, code, headline, words(status, code, "words"), incident);
        return builder.type("text/html;charset=utf-8")
                .entity(new View("shop/errors/ErrorPage.jte", shopRequest.plainPage(null, headline), trouble))
                .build();
    }

    private String words(int status, String code, String part) {
        ShopTexts texts = shopRequest.texts();
        String exact = "error." + code + "." + part;
        if (texts.has(exact)) return texts.get(exact);
        String byStatus = "error." + status + "." + part;
        return texts.get(texts.has(byStatus) ? byStatus : "error.400." + part);
    }
}
