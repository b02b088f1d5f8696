package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.acme.ChallengeAnswers;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;

/**
 * Tells a certificate authority what it is to find under a host (http-01, RFC 8555 section 8.3): without session, cookie
 * or redirect, and whatever shop the host shows. The same tokens on every node.
 */
@WebServlet(ChallengeAnswer.PATH + "*")
public class ChallengeAnswer extends HttpServlet {

    static final String PATH = "/.well-known/acme-challenge/";

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ChallengeAnswers answers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        String host = request.getHeader("Host");
        Optional<String> answer =
                path == null || host == null ? Optional.empty() : answers.answer(host, path.substring(1));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/plain;charset=us-ascii");
        if (answer.isEmpty()) response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.getWriter().print(answer.orElse("there is no such challenge\n"));
    }
}
