package de.hypersoft.esolutions.http.error;

import de.hypersoft.esolutions.http.head.Trace;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;

/** What a web module says when it failed, or refused, without having said anything itself. */
public final class ErrorServlet extends HttpServlet {

    /** No page of ours is called so, and whoever asks for it is told that it is not there. */
    public static final String PATH = "/-/error";

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = failed instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        ErrorText text = ErrorText.of(
                        status,
                        uri instanceof String path ? path : PATH,
                        request.getHeader("Accept"),
                        request.getHeader("Accept-Language"),
                        ErrorText.back(request.getHeader("Referer"), request.getHeader("Host")))
                .traced(Trace.of(ServletRequestContext.requireCurrent().getExchange()));
        response.setStatus(status);
        response.setContentType(text.type());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", ErrorText.POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) response.getOutputStream().write(bytes);
    }
}
