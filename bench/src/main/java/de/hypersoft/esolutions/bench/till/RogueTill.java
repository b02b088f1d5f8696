package de.hypersoft.esolutions.bench.till;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hypersoft.esolutions.bench.program.Delay;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A till program as one should not be, to prove that the chaos run notices: {@code ack} books before its
 * acknowledgement, {@code fence} books whatever the portal answers. Arguments: mode, portal, token, till core, file.
 */
public final class RogueTill {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean booksFirst;
    private final String portal;
    private final String token;
    private final String core;
    private final Path sequence;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private RogueTill(String[] arguments) {
        this.booksFirst = arguments[0].equals("ack");
        this.portal = arguments[1] + "/portal/api/pos/v1";
        this.token = arguments[2];
        this.core = arguments[3];
        this.sequence = Path.of(arguments[4]);
    }

    /** Runs until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        RogueTill till = new RogueTill(arguments);
        while (true) {
            try {
                till.turn();
            } catch (IOException trouble) {
                System.out.println("trouble " + trouble);
                Delay.millis(200);
            }
        }
    }

    private void turn() throws IOException, InterruptedException {
        Map<String, Object> claim = journal();
        claim.put("max", 20);
        claim.put("waitSeconds", 5);
        HttpResponse<String> answer = post(portal + "/order-claims", claim, 30);
        if (answer.statusCode() != 200) {
            Delay.millis(50);
            return;
        }
        for (JsonNode handed : JSON.readTree(answer.body()).path("claims")) {
            JsonNode order = handed.path("order");
            if (booksFirst) book(order);
            acknowledge(order.path("orderId").asText(), handed.path("fence").asLong());
            if (!booksFirst) book(order);
        }
    }

    private void acknowledge(String orderId, long fence) throws InterruptedException {
        try {
            Map<String, Object> acknowledgement = journal();
            acknowledgement.put("items", List.of(Map.of("orderId", orderId, "fence", fence)));
            HttpResponse<String> answer = post(portal + "/acknowledgements", acknowledgement, 8);
            boolean yes =
                    answer.body().contains("TRANSFERRED_AUTO") && !answer.body().contains("\"code\"");
            if (!yes) System.out.println("discarded order=" + orderId + " " + answer.body());
        } catch (IOException noAnswer) {
            System.out.println("no answer for order=" + orderId);
        }
    }

    private void book(JsonNode order) throws IOException, InterruptedException {
        post(core + "/bookings", Map.of("order", order), 10);
    }

    private Map<String, Object> journal() throws IOException {
        long next = Files.exists(sequence)
                ? Long.parseLong(Files.readString(sequence).strip()) + 1
                : 1_000_000;
        Files.writeString(sequence, Long.toString(next));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("journalId", journalId());
        body.put("journalSeq", next);
        return body;
    }

    /** The name under which the connector paired. */
    private String journalId() throws IOException {
        Path log = sequence.resolveSibling("till").resolve("journal.log");
        var found = Pattern.compile("\"t\":\"journal\",\"id\":\"([^\"]+)\"").matcher(Files.readString(log));
        String id = "";
        while (found.find()) id = found.group(1);
        return id;
    }

    private HttpResponse<String> post(String address, Object body, int seconds)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(seconds))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
