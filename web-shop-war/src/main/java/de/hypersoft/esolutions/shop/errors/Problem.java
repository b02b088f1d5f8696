package de.hypersoft.esolutions.shop.errors;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal for programs (RFC 9457); {@code code} is stable, {@code type} ends in it. */
final class Problem {

    private Problem() {}

    static Map<String, Object> of(int status, String code, String title, String detail, Map<String, Object> facts) {
        Map<String, Object> problem = new LinkedHashMap<>(facts);
        problem.put("type", "/problems/" + code);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("code", code);
        problem.put("detail", detail);
        return problem;
    }
}
