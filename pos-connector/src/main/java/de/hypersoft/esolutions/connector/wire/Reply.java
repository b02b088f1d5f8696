package de.hypersoft.esolutions.connector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What came back for a request.
 *
 * @param status the HTTP status, 0 when nothing came back
 * @param body the answer as a tree, a missing node when it was no JSON
 * @param trouble why nothing came back, else empty
 */
public record Reply(int status, JsonNode body, String trouble) {

    static Reply none(String trouble) {
        return new Reply(0, MissingNode.getInstance(), trouble);
    }

    public boolean reached() {
        return status != 0;
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The stable code of a problem (RFC 9457), or nothing. */
    public String code() {
        String code = body.path("code").asText("");
        String type = body.path("type").asText("");
        return code.isEmpty() ? type.substring(type.lastIndexOf('/') + 1) : code;
    }

    /** The answer in a few words for a log line. */
    public String words() {
        if (!reached()) return "no answer: " + trouble;
        String detail = body.path("detail").asText(body.path("title").asText(""));
        return (status + " " + code() + (detail.isEmpty() ? "" : " (" + detail + ")")).strip();
    }
}
