package de.hypersoft.esolutions.http.error;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What is said when the application did not get to answer: a page for people, a problem (RFC 9457) for programs. It needs
 * nothing of the application, neither its styles nor its texts.
 *
 * @param type of the text, with its charset
 */
record ErrorText(String type, String text) {

    /** Nothing is loaded, nothing is sent, and no other page shows it within itself. */
    static final String POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, Properties> WORDS = Map.of("de", words("de"), "en", words("en"));
    private static final Map<Integer, String> CODES = Map.of(
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            408, "too-slow",
            413, "too-large",
            415, "unsupported-media-type",
            429, "too-many-requests",
            500, "internal-error",
            503, "busy");

    /**
     * @param path as asked for
     * @param accept the header, or null
     * @param languages the header Accept-Language, or null
     */
    static ErrorText of(int status, String path, @Nullable String accept, @Nullable String languages) {
        boolean program = path.startsWith("/api/")
                || path.startsWith("/portal/api/")
                || accept != null && accept.contains("json") && !accept.contains("html");
        return program ? problem(status) : page(status, language(languages));
    }

    /** For a head that could not be read, so nobody knows who asks, and in which language. */
    static String unreadable() {
        return "<!DOCTYPE html>\n<html lang=\"de\"><head>" + head(word("de", 400, "title")) + "</head><body><main>"
                + body("de", 400) + "<div lang=\"en\">" + body("en", 400) + "</div></main></body></html>\n";
    }

    private static ErrorText problem(int status) {
        String code = CODES.getOrDefault(status, status < 500 ? "bad-request" : "internal-error");
        return new ErrorText(
                "application/problem+json",
                "{\"type\":\"/problems/" + code + "\",\"title\":\"" + word("en", status, "title") + "\",\"status\":"
                        + status + ",\"code\":\"" + code + "\",\"detail\":\"" + word("en", status, "title") + "\"}");
    }

    private static ErrorText page(int status, String language) {
        return new ErrorText(
                "text/html;charset=utf-8",
                "<!DOCTYPE html>\n<html lang=\"" + language + "\"><head>" + head(word(language, status, "title"))
                        + "</head><body><main>" + body(language, status) + "</main></body></html>\n");
    }

    private static String head(String title) {
        return "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\"><title>" + title + "</title>";
    }

    private static String body(String language, int status) {
        return "<h1>" + word(language, status, "title") + "</h1><p>" + word(language, status, "words") + "</p>";
    }

    private static String word(String language, int status, String part) {
        Properties words = Objects.requireNonNull(WORDS.get(language));
        String exact = words.getProperty(status + "." + part);
        if (exact != null) return exact;
        int like = status == 429 ? 503 : status < 500 ? 400 : 500;
        return Objects.requireNonNull(words.getProperty(like + "." + part));
    }

    /** The first of ours that is named. */
    private static String language(@Nullable String languages) {
        if (languages == null) return "de";
        for (String each : languages.split(",", 20)) {
            String language = each.strip().toLowerCase(Locale.ROOT);
            if (language.startsWith("de")) return "de";
            if (language.startsWith("en")) return "en";
        }
        return "de";
    }

    private static Properties words(String language) {
        Properties words = new Properties();
        try (InputStream in = ErrorText.class.getResourceAsStream("errors_" + language + ".properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
