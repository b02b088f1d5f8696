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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final String PROBLEM = "application/problem+json";

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

    /** What may go well at another try, or with less. */
    private static final Set<Integer> AGAIN = Set.of(408, 413, 429, 503);

    private static final Pattern PAGE = Pattern.compile("https?://([^/]+)(/(?!/)[\\w/.~%?=:-]*)");

    /**
     * @param path as asked for
     * @param accept the header, or null
     * @param languages the header Accept-Language, or null
     */
    static ErrorText of(int status, String path, @Nullable String accept, @Nullable String languages) {
        return of(status, path, accept, languages, "");
    }

    /** @param back the page it was asked from, where the same can be tried again; empty where that is not known */
    static ErrorText of(int status, String path, @Nullable String accept, @Nullable String languages, String back) {
        boolean program = path.startsWith("/api/")
                || path.startsWith("/portal/api/")
                || accept != null && accept.contains("json") && !accept.contains("html");
        return program ? problem(status) : page(status, language(languages), AGAIN.contains(status) ? back : "");
    }

    /**
     * The page of ours that a request came from.
     *
     * @param referer the header, or null
     * @param host the header, or null
     * @return its path, of letters that need no care in HTML; empty for any other
     */
    static String back(@Nullable String referer, @Nullable String host) {
        if (referer == null || host == null) return "";
        Matcher page = PAGE.matcher(referer);
        return page.matches() && page.group(1).equalsIgnoreCase(host) ? page.group(2) : "";
    }

    /** For a head that could not be read, so nobody knows who asks, and in which language. */
    static String unreadable() {
        return "<!DOCTYPE html>\n<html lang=\"de\"><head>" + head(word("de", 400, "title")) + "</head><body><main>"
                + body("de", 400) + "<div lang=\"en\">" + body("en", 400) + "</div></main></body></html>\n";
    }

    /** A problem says which request it is about, a page does not. @param trace empty where there is none */
    ErrorText traced(String trace) {
        return trace.isEmpty() || !type.equals(PROBLEM)
                ? this
                : new ErrorText(type, text.substring(0, text.length() - 1) + ",\"trace\":\"" + trace + "\"}");
    }

    private static ErrorText problem(int status) {
        String code = CODES.getOrDefault(status, status < 500 ? "bad-request" : "internal-error");
        return new ErrorText(
                PROBLEM,
                "{\"type\":\"/problems/" + code + "\",\"title\":\"" + word("en", status, "title") + "\",\"status\":"
                        + status + ",\"code\":\"" + code + "\",\"detail\":\"" + word("en", status, "title") + "\"}");
    }

    private static ErrorText page(int status, String language, String back) {
        String link = back.isEmpty()
                ? ""
                : "<p><a href=\"" + back + "\">"
                        + Objects.requireNonNull(WORDS.get(language)).getProperty("back") + "</a></p>";
        return new ErrorText(
                "text/html;charset=utf-8",
                "<!DOCTYPE html>\n<html lang=\"" + language + "\"><head>" + head(word(language, status, "title"))
                        + "</head><body><main>" + body(language, status) + link + "</main></body></html>\n");
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
