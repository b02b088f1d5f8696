package de.hypersoft.esolutions.connector.conformance.portal;

import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the portal answers; an empty text is no body. */
record Answer(int status, String type, String text) {

    static final Answer NOTHING = new Answer(204, "application/json", "");

    static Answer json(int status, Object body) {
        return new Answer(status, "application/json", ConnectorJson.write(body));
    }

    /** RFC 9457. */
    static Answer problem(int status, String code, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/" + code);
        problem.put("status", status);
        problem.put("code", code);
        problem.put("detail", detail);
        return new Answer(status, "application/problem+json", ConnectorJson.write(problem));
    }
}
