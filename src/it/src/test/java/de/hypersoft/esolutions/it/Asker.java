package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who asks with the same cookies and the same token every time, whatever an answer would set. */
final class Asker {

    private static final URI BASE = Http.visitor().base();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "part-of-a-form";

    private final URI base;
    private final HttpClient client;
    private final Map<String, String> cookies = new TreeMap<>();
    private String bearer = "";
    private String csrf = "";

    /** An answer, read to its end but for a stream, which has none. */
    record Answer(int status, String location, String body, HttpResponse<InputStream> raw) {}

    private Asker(URI base, HttpClient client) {
        this.base = base;
        this.client = client;
    }

    private Asker() {
        this(BASE, CLIENT);
    }

    static Asker stranger() {
        return new Asker();
    }

    /** As {@link #nobody()}, by HTTPS. */
    static Asker nobodyByHttps() {
        Asker nobody = new Asker(
                URI.create("https://localhost:" + (8443 + TestRun.offset())),
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(TlsLine.trusting())
                        .connectTimeout(Duration.ofSeconds(10))
                        .build());
        nobody.keep(nobody.get("/portal/sign-in"));
        return nobody;
    }

    /** With the cookie and the token that the sign-in page gives to anybody. */
    static Asker nobody() {
        Asker nobody = new Asker();
        nobody.keep(nobody.get("/portal/sign-in"));
        return nobody;
    }

    /** As {@link #nobody()}, of that server. */
    static Asker nobodyAt(Server server) {
        Asker nobody = new Asker(URI.create(server.base()), CLIENT);
        nobody.keep(nobody.get("/portal/sign-in"));
        return nobody;
    }

    static Asker signedIn(String login, String password) {
        return signedIn(nobody(), login, password);
    }

    static Asker signedIn(Asker asker, String login, String password) {
        Answer in = asker.post("/portal/sign-in", Map.of("login", login, "password", password));
        assertThat(in.status()).as("sign-in of %s", login).isEqualTo(303);
        asker.keep(in);
        asker.keep(asker.get("/portal/account"));
        return asker;
    }

    static Asker till(String token) {
        Asker till = new Asker();
        till.bearer = token;
        return till;
    }

    /** Takes over what a browser would: cookies, and the token of the page's forms. */
    void keep(Answer answer) {
        for (String cookie : answer.raw().headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            cookies.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }
        Matcher token = CSRF.matcher(answer.body());
        if (token.find()) csrf = token.group(1);
    }

    /** The tokens of the forms of a page, as they come. */
    static List<String> tokens(String page) {
        return CSRF.matcher(page).results().map(token -> token.group(1)).toList();
    }

    /** The header that says who asks. */
    String cookie() {
        return cookies.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Only this cookie of somebody else's. */
    void keep(String cookie, Asker from) {
        cookies.put(cookie, Objects.requireNonNull(from.cookies.get(cookie), cookie));
    }

    Answer get(String path) {
        return send("GET", path, "", "", "");
    }

    Answer post(String path, Map<String, String> form) {
        return send("POST", path, "", "application/x-www-form-urlencoded", encoded(form));
    }

    Answer json(String method, String path, String host, String json, String... headers) {
        return send(method, path, host, "application/json", json, headers);
    }

    /** As a form with a file does it. */
    Answer upload(String path, String part, String content) {
        return send("POST", path, "", "multipart/form-data; boundary=" + BOUNDARY, multipart(part, content));
    }

    /** @param host empty for the portal's, {@code type} for no body */
    Answer send(String method, String path, String host, String type, String body, String... headers) {
        return send(method, path, host, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer send(String method, String path, String host, String type, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) request.header("Content-Type", type);
        if (!host.isEmpty()) request.header("Host", host + ":" + base.getPort());
        if (!bearer.isEmpty()) request.header("Authorization", "Bearer " + bearer);
        if (!cookies.isEmpty()) request.header("Cookie", cookie());
        if (headers.length > 0) request.headers(headers);
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream content = answer.body()) {
                boolean stream =
                        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                String text = stream ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8);
                String to = answer.headers().firstValue("Location").orElse("");
                return new Answer(answer.statusCode(), to, text, answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String encoded(Map<String, String> form) {
        Map<String, String> all = new TreeMap<>(form);
        all.putIfAbsent("csrf", csrf);
        return all.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private String multipart(String part, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + csrf + "\r\n--"
                + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"file\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
