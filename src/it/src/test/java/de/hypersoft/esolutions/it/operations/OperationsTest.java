package de.hypersoft.esolutions.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of metrics, the alerts and the dashboard tell of the same metrics as the application. */
class OperationsTest {

    /** What Prometheus says itself of those it asks. */
    private static final String UP = "up";

    private static final Pattern LIMIT = Pattern.compile("(?:new TooMany\\(|Problem\\.of\\(429,)\\s*\"([a-z-]+)\"");

    @Test
    void the_list_has_every_metric_of_the_application_and_no_other() throws IOException {
        assertThat(OperationsFiles.listed().stream().filter(name -> name.startsWith("esolutions_")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Metric.values()).map(Metric::prometheus).toList());
    }

    @Test
    void names_are_those_of_prometheus_and_each_says_its_unit_and_what_it_is() {
        assertThat(Metric.values()).allSatisfy(metric -> {
            assertThat(metric.prometheus()).matches("esolutions_[a-z_]+");
            assertThat(metric.description()).endsWith(".").doesNotContain("\n");
            assertThat(metric.prometheus().endsWith("_seconds"))
                    .isEqualTo(metric.unit().equals("seconds"));
        });
    }

    @Test
    void alerts_and_dashboard_ask_for_nothing_that_is_not_in_the_list() throws IOException {
        Set<String> known = OperationsFiles.listed();
        known.add(UP);

        assertThat(OperationsFiles.rules()).hasSizeGreaterThan(15);
        assertThat(OperationsFiles.dashboard()).hasSizeGreaterThan(20);
        assertThat(Stream.concat(OperationsFiles.rules().stream(), OperationsFiles.dashboard().stream()))
                .allSatisfy(expression -> assertThat(OperationsFiles.asked(expression))
                        .as(expression)
                        .isNotEmpty()
                        .isSubsetOf(known));
    }

    @Test
    void what_the_application_tells_is_shown_and_every_alert_has_an_answer() throws IOException {
        Set<String> shown = OperationsFiles.dashboard().stream()
                .flatMap(expression -> OperationsFiles.asked(expression).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> answers = Files.readAllLines(OperationsFiles.FOLDER.resolve("README.md"));
        String rules = Files.readString(OperationsFiles.FOLDER.resolve("alerts.yml"));

        assertThat(Arrays.stream(Metric.values()).map(Metric::prometheus)).isSubsetOf(shown);
        assertThat(answers.stream().filter(line -> line.startsWith("### ")).map(line -> line.substring(4)))
                .allSatisfy(
                        answer -> assertThat(rules).contains("README.md#" + answer.toLowerCase(java.util.Locale.ROOT)));
        assertThat(rules.lines().filter(line -> line.contains("README.md#")).map(line -> line.replaceAll(".*#|\"", "")))
                .hasSameSizeAs(OperationsFiles.alerts())
                .allSatisfy(anchor -> assertThat(answers).anyMatch(line -> line.equalsIgnoreCase("### " + anchor)));
    }

    @Test
    void every_limit_has_a_code_of_its_own_in_the_metrics() throws IOException {
        Path repository = OperationsFiles.FOLDER.resolve("../..");
        Set<String> codes = new TreeSet<>();
        for (String module : List.of("domain", "web-kit", "web-shop-war", "portal-war"))
            try (Stream<Path> sources = Files.walk(repository.resolve(module).resolve("src/main/java"))) {
                for (Path source : sources.filter(file -> file.toString().endsWith(".java"))
                        .toList())
                    LIMIT.matcher(Files.readString(source)).results().forEach(found -> codes.add(found.group(1)));
            }

        assertThat(Metric.RATE_LIMITED.labelValues()).contains(Metric.OTHER).containsAll(codes);
        assertThat(codes).hasSizeGreaterThan(3);
    }

    @Test
    void an_expression_is_asked_for_its_metrics_alone() {
        assertThat(
                        OperationsFiles.asked(
                                "topk(5, sum by (route) (rate(a_seconds_count{status=\"5xx\"}[5m]))) > 0.01 * b and max(c_total) > 5"))
                .containsExactly("a_seconds", "b", "c_total");
    }

    @Test
    void promtool_reads_the_rules_and_each_speaks_when_it_should() throws Exception {
        promtool("check", "rules", "alerts.yml");
        promtool("test", "rules", "alerts.test.yml");

        String tests = Files.readString(OperationsFiles.FOLDER.resolve("alerts.test.yml"));
        assertThat(OperationsFiles.alerts()).allSatisfy(alert -> assertThat(tests)
                .as("is quiet")
                .containsPattern("eval_time: \\w+, alertname: " + alert + "}")
                .as("speaks")
                .containsPattern("alertname: " + alert + "\\n\\s+exp_alerts:\\n\\s+- exp_labels"));
    }

    private static void promtool(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("promtool", ".txt");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(program()), Arrays.stream(arguments))
                        .toList())
                .directory(OperationsFiles.FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        Files.delete(output);
    }

    /** Where {@code ./verify} puts it, or where it is installed. */
    private static String program() {
        Path fetched = Path.of(System.getProperty("root"), "target", "promtool", "usr", "bin", "promtool")
                .toAbsolutePath();
        if (Files.isExecutable(fetched)) return fetched.toString();
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "promtool is missing: ./verify fetches it, and Debian's package prometheus has it"))
                .toString();
    }
}
