package de.hypersoft.esolutions.bench.restaurant;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a manager who has signed in sends along.
 *
 * @param cookies the value of the header of that name
 * @param csrf what every form of the session needs
 */
public record SignedInManager(String cookies, String csrf) {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    public static SignedInManager at(URI portal) throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        String before = token(http, portal.resolve("/portal/sign-in"));
        String form =
                "login=" + encoded(Ground.LOGIN) + "&password=" + encoded(Ground.PASSWORD) + "&csrf=" + encoded(before);
        HttpRequest signIn = HttpRequest.newBuilder(portal.resolve("/portal/sign-in"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = http.send(signIn, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 303) throw new IOException("not signed in: " + answer.statusCode());
        String csrf = token(http, portal.resolve("/portal/orders"));
        if (csrf.isEmpty()) throw new IOException("signed in, and no form has a token");
        String all = cookies.getCookieStore().getCookies().stream()
                .map(SignedInManager::pair)
                .collect(Collectors.joining("; "));
        return new SignedInManager(all, encoded(csrf));
    }

    private static String pair(HttpCookie cookie) {
        return cookie.getName() + "=" + cookie.getValue();
    }

    private static String token(HttpClient http, URI page) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(60)).build();
        Matcher found = CSRF.matcher(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        return found.find() ? found.group(1) : "";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
