package de.hypersoft.esolutions.bench.load.beside;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the server could do at most: the bytes of one of the product's answers, out of memory, with its type and coding.
 * {@code /bytes/KEY} answers with what lies in the folder as KEY.body and KEY.head (a line each: type, coding or nothing).
 */
@WebServlet("/bytes/*")
public final class PlainServlet extends HttpServlet {

    /** System property of the server: where the answers lie. */
    public static final String FOLDER = "bench.load.answers";

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Stored> stored = new ConcurrentHashMap<>();

    private record Stored(String type, String coding, byte[] body) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Stored answer = stored.computeIfAbsent(request.getPathInfo().substring(1), PlainServlet::read);
        response.setContentType(answer.type());
        if (!answer.coding().isEmpty()) response.setHeader("Content-Encoding", answer.coding());
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static Stored read(String key) {
        Path folder = Path.of(System.getProperty(FOLDER, "."));
        try {
            List<String> head = Files.readAllLines(folder.resolve(key + ".head"));
            String coding = head.size() > 1 ? head.get(1) : "";
            return new Stored(head.get(0), coding, Files.readAllBytes(folder.resolve(key + ".body")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
