package de.hypersoft.esolutions.it.operations;

import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.it.Http;
import de.hypersoft.esolutions.it.SystemTest;
import de.hypersoft.esolutions.kernel.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a Prometheus reads of the shipped server. */
@SystemTest
class MetricsIT {

    private static final Pattern SERIES = Pattern.compile("(?m)^([a-z_]+)(?:\\{[^}]*})? \\S+$");

    private static String scrape;

    @BeforeAll
    static void somebody_was_here_and_the_figures_were_read() {
        Http guest = Http.visitor();
        assertThat(guest.get("/no/such/place/at/all").statusCode()).isEqualTo(404);
        assertThat(guest.get("/portal/orders/no-such-order").statusCode()).isLessThan(500);
        assertThat(guest.get("/linde-mitte?table=no-such-table").statusCode()).isEqualTo(200);
        assertThat(guest.get("/api/v1/locations/linde-mitte/times").statusCode())
                .isLessThan(500);
        scrape = eventually(
                "the figures of the database",
                () -> Http.management().get("/metrics").body(),
                text -> text.contains("\nesolutions_database_up 1.0"));
    }

    @Test
    void a_scrape_has_every_metric_of_the_list_each_with_its_words() throws IOException {
        Set<String> found = SERIES.matcher(scrape)
                .results()
                .map(line -> line.group(1).replaceAll("_seconds_(?:count|sum|max|bucket)$", "_seconds"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).containsAll(OperationsFiles.listed());
        assertThat(found.stream().filter(name -> name.startsWith("esolutions_")))
                .isSubsetOf(OperationsFiles.listed());
        for (Metric metric : Metric.values())
            assertThat(scrape).contains("# HELP " + metric.prometheus() + " " + metric.description());
    }

    @Test
    void a_request_is_counted_by_the_pattern_of_its_address_and_nobody_is_named() {
        assertThat(scrape)
                .contains(
                        "esolutions_http_requests_seconds_count{method=\"GET\",route=\"/portal/orders/{id}\",status=\"",
                        "esolutions_http_requests_seconds_count{method=\"GET\",route=\"/{location}\",status=\"2xx\"}",
                        "esolutions_http_requests_seconds_count{method=\"GET\",route=\"/api/v1/locations/{location}/times\",status=\"")
                .contains("esolutions_http_requests_seconds_count{method=\"other\",route=\"other\",status=\"4xx\"}")
                .contains(
                        "esolutions_http_duration_seconds_bucket{method=\"GET\",route=\"/portal/orders/{id}\",le=\"0.025\"}",
                        "esolutions_http_duration_seconds_bucket{method=\"GET\",route=\"/portal/orders/{id}\",le=\"+Inf\"}")
                .doesNotContain("no-such-order", "linde", "no/such");
    }

    @Test
    void a_line_of_the_log_that_belongs_to_no_request_shows_nothing_in_its_place() throws IOException {
        assertThat(Files.readAllLines(Path.of(System.getProperty("it.home"), "log", "server.log")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("] {"));
    }

    @Test
    void LOG_FORMAT_and_OTLP_ENDPOINT_choose_among_configurations_that_differ_in_nothing_else() throws IOException {
        String usual = configuration("standalone.xml");
        String json = usual.replace("<named-formatter name=\"PATTERN\"/>", "<named-formatter name=\"JSON\"/>");
        String collector = "<otlp-registry endpoint=\"${env.OTLP_ENDPOINT}\" step=\"${env.OTLP_SECONDS:60}\"/>";

        assertThat(json).isNotEqualTo(usual).isEqualTo(configuration("standalone-json.xml"));
        for (String name : List.of("standalone", "standalone-json"))
            assertThat(configuration(name + "-otlp.xml"))
                    .contains(collector)
                    .isEqualTo(configuration(name + ".xml")
                            .replace("<prometheus-registry", collector + "<prometheus-registry"));
    }

    private static String configuration(String name) throws IOException {
        return Files.readString(Path.of(System.getProperty("server.home"), "standalone", "configuration", name));
    }

    @Test
    void a_scrape_is_small_enough_to_be_asked_for_four_times_a_minute() {
        assertThat(scrape.lines().filter(line -> !line.startsWith("#"))).hasSizeLessThan(6_000);
    }
}
