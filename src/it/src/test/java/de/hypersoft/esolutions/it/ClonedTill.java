package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One paired device and its copy, as the wire sees them: the same token, the same journal, the same next number. */
final class ClonedTill {

    private static final String WIRE = "/portal/api/pos/v1";

    private final String token;
    private final String journal;
    private final AtomicLong last = new AtomicLong();

    private ClonedTill(String token, String journal) {
        this.token = token;
        this.journal = journal;
    }

    static ClonedTill of(TillProcess device) {
        Path folder = device.folder().resolve("till");
        try (var card =
                jakarta.json.Json.createReader(new StringReader(Files.readString(folder.resolve("till.json"))))) {
            Matcher name = Pattern.compile("\"t\":\"journal\",\"id\":\"([^\"]+)\"")
                    .matcher(Files.readString(folder.resolve("journal.log")));
            assertThat(name.find()).isTrue();
            return new ClonedTill(card.readObject().getString("token"), name.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the fence under which the order was handed out */
    long claim(Server node, String order) {
        HttpResponse<String> answer =
                post(node, "/order-claims", "\"max\":1,\"waitSeconds\":10," + journal(last.addAndGet(2)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonObject claim = Http.json(answer).getJsonArray("claims").getJsonObject(0);
        assertThat(claim.getJsonObject("order").getString("orderId")).isEqualTo(order);
        return claim.getJsonNumber("fence").longValue();
    }

    /** @return status and what became of the order, or why not */
    String confirm(Server node, String order, long fence) {
        HttpResponse<String> answer = post(
                node,
                "/acknowledgements",
                "\"items\":[{\"orderId\":\"" + order + "\",\"fence\":" + fence + "}]," + journal(last.get() + 1));
        JsonObject body = Http.json(answer);
        String word = answer.statusCode() == 200
                ? body.getJsonArray("items").getJsonObject(0).getString("state")
                : body.getString("code");
        return answer.statusCode() + " " + word;
    }

    private String journal(long seq) {
        return "\"journalId\":\"" + journal + "\",\"journalSeq\":" + seq;
    }

    private HttpResponse<String> post(Server node, String call, String members) {
        return node.visitor().postJson(WIRE + call, "{" + members + "}", "Authorization", "Bearer " + token);
    }
}
