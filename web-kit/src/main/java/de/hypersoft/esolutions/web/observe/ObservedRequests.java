package de.hypersoft.esolutions.web.observe;

import de.hypersoft.esolutions.http.AdmissionFigures;
import de.hypersoft.esolutions.kernel.metrics.Meters;
import de.hypersoft.esolutions.kernel.metrics.Metric;
import io.micrometer.core.instrument.Tags;
import io.undertow.server.HttpServerExchange;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Counts and times every request that a web module gets, until its answer has gone, whoever gives it and however late. */
@ApplicationScoped
public class ObservedRequests {

    /** What is asked for by other methods, or at an address that nothing answers, is counted as one. */
    private static final String OTHER = Metric.OTHER;

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS");
    private static final int TOO_MANY_REQUESTS = 429;

    private final Meters meters;

    /** As many as there are routes of ours, methods and hundreds; to sort them takes longer than to count. */
    private final Map<Kind, Labels> labels = new ConcurrentHashMap<>();

    private record Kind(String route, String method, int hundred) {
        Labels labels() {
            Tags asked = Tags.of("route", route, "method", method);
            return new Labels(asked, asked.and("status", hundred + "xx"));
        }
    }

    private record Labels(Tags asked, Tags answered) {}

    @Inject
    public ObservedRequests(Meters meters) {
        this.meters = meters;
    }

    /** What the server's admission counts is shown beside what the application does. */
    @PostConstruct
    public void showAdmission() {
        AdmissionFigures admission = AdmissionFigures.ofServer();
        gauge(Metric.ADMISSION_OPEN, admission::open);
        gauge(Metric.ADMISSION_WORKING, admission::working);
        gauge(Metric.ADMISSION_QUEUED, admission::queued);
        meters.counted(Metric.ADMISSION_AT_ONCE, "", admission::atOnce);
        meters.counted(Metric.ADMISSION_REFUSED, "bad-request", admission::badRequests);
        meters.counted(Metric.ADMISSION_REFUSED, "client-share", admission::overShare);
        meters.counted(Metric.ADMISSION_REFUSED, "no-worker", admission::withoutWorker);
    }

    private void gauge(Metric metric, LongSupplier amount) {
        meters.gauge(metric, "", () -> OptionalLong.of(amount.getAsLong()));
    }

    /** To be called once, at the door. */
    public void came(HttpServerExchange exchange) {
        long begin = System.nanoTime();
        exchange.addExchangeCompleteListener((its, others) -> {
            try {
                left(its, begin, System.nanoTime());
            } finally {
                others.proceed();
            }
        });
    }

    private void left(HttpServerExchange exchange, long begin, long end) {
        String route = RequestFacts.route(exchange).orElse(OTHER);
        String method = method(route, exchange.getRequestMethod().toString());
        Labels of = labels.computeIfAbsent(new Kind(route, method, exchange.getStatusCode() / 100), Kind::labels);
        long worked = RequestFacts.waitsSince(exchange).orElse(end);
        meters.time(Metric.DURATIONS, Duration.ofNanos(worked - begin), of.asked());
        meters.time(Metric.REQUESTS, Duration.ofNanos(end - begin), of.answered());
        if (exchange.getStatusCode() == TOO_MANY_REQUESTS)
            meters.count(Metric.RATE_LIMITED, RequestFacts.code(exchange).orElse(OTHER));
    }

    private static String method(String route, String method) {
        return route.equals(OTHER) || !METHODS.contains(method) ? OTHER : method;
    }
}
