package de.hypersoft.esolutions.bench.restaurant;

import de.hypersoft.esolutions.bench.program.Delay;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A manager with a browser: ticks, takes over, unticks and now and then withdraws, at random. */
public final class Manager {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern FENCE = Pattern.compile("name=\"fence\" value=\"(\\d+)\"");

    private final URI portal;
    private final Placer placer;
    private final Ageing ageing;
    private final Random random;
    private final List<String> ticked = new ArrayList<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private volatile boolean working = true;
    private String csrf = "";

    public Manager(URI portal, Placer placer, Ageing ageing, long seed) {
        this.portal = portal;
        this.placer = placer;
        this.ageing = ageing;
        this.random = new Random(seed);
    }

    public void signIn() throws IOException, InterruptedException {
        csrf = token(get("/portal/sign-in"));
        HttpResponse<String> answer =
                post("/portal/sign-in", "login=" + encoded(Ground.LOGIN) + "&password=" + encoded(Ground.PASSWORD));
        if (answer.statusCode() != 303) throw new IOException("not signed in: " + answer.statusCode());
        csrf = "";
    }

    public void work() throws InterruptedException {
        while (working) {
            try {
                act();
            } catch (IOException away) {
                Delay.millis(300);
            }
            Delay.millis(50 + random.nextInt(200));
        }
    }

    public void stop() {
        working = false;
    }

    private void act() throws IOException, InterruptedException {
        int dice = random.nextInt(100);
        List<String> old = List.copyOf(ageing.aged().keySet());
        if (dice >= 90 && !old.isEmpty()) {
            handOver(old.get(random.nextInt(old.size())));
        } else if (dice < 12 && !ticked.isEmpty()) {
            String order = ticked.remove(random.nextInt(ticked.size()));
            move(order, "manual-transfer/removal", "reason=chaos");
        } else if (placer.count() > 0) {
            List<String> orders = placer.answered();
            String order = orders.get(Math.max(0, orders.size() - 1 - random.nextInt(12)));
            if (dice < 16) withdraw(order);
            else tick(order);
        }
    }

    /** First tick; when a till is just fetching the order, the page asks, and the answer carries its fence. */
    public void tick(String order) throws IOException, InterruptedException {
        String outcome = move(order, "manual-transfer", "");
        if (outcome.contains("refused=being-fetched")) {
            Matcher fence = FENCE.matcher(get("/portal/orders/" + order).body());
            if (!fence.find()) return;
            outcome = move(order, "manual-transfer", "fence=" + fence.group(1));
        }
        if (outcome.contains("done=ticked")) ticked.add(order);
    }

    /** Refused unless it is too old and waits. */
    private void handOver(String order) throws IOException, InterruptedException {
        move(order, "hand-over", "");
    }

    /** At the end of the day: whatever still waits for a decision goes to the till. */
    public void sendAllOld() throws IOException, InterruptedException {
        for (String order : ageing.aged().keySet()) handOver(order);
    }

    private void withdraw(String order) throws IOException, InterruptedException {
        move(order, "withdrawal", "reason=chaos");
    }

    /** @return where the answer leads, with what was done or refused in its query */
    private String move(String order, String what, String form) throws IOException, InterruptedException {
        if (csrf.isEmpty()) csrf = token(get("/portal/orders/" + order));
        HttpResponse<String> answer = post("/portal/orders/" + order + "/" + what, form);
        if (answer.statusCode() == 403) csrf = "";
        return answer.headers().firstValue("Location").orElse("");
    }

    /** A page of the portal. @return its bytes */
    public int page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) throw new IOException(path + ": " + answer.statusCode());
        return answer.body().length();
    }

    /** Shows what waits at a location. @return bytes of the answer, which are none */
    public int publish(UUID location) throws IOException, InterruptedException {
        if (csrf.isEmpty()) csrf = token(get("/portal/sync"));
        HttpResponse<String> answer = post("/portal/sync/" + location + "/publish", "");
        String where = answer.headers().firstValue("Location").orElse("");
        if (!where.endsWith("done=published")) throw new IOException("not published: " + answer.statusCode() + where);
        return 0;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(portal.resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        String body = form + (form.isEmpty() ? "" : "&") + "csrf=" + encoded(csrf);
        return http.send(
                HttpRequest.newBuilder(portal.resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String token(HttpResponse<String> page) {
        Matcher found = CSRF.matcher(page.body());
        return found.find() ? found.group(1) : "";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
