package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.report.EventType;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word, one meaning, in code and in what people read. */
class WordsTest {

    private static final Path ROOT = Path.of(System.getProperty("root"));

    /** On pages for hosting staff alone, or for whoever installs a server that nobody can sign in to yet. */
    private static final Set<String> STAFF_ALONE =
            Set.of("domains.staff-not-warned", "home.unheeded-proxy", "refusal.portal-hosts-unset");

    /** What a template prints: not in an attribute of data or class. */
    private static final Pattern PRINT =
            Pattern.compile("(?<!(?:data-[a-z-]{1,20}|class)=\"[^\"]{0,40})(\\$\\{)([^}]*)}");

    /** {@code text("key." + x.code())}, {@code refusal(x.code(), …)}, {@code x.code().isEmpty()}. */
    private static final Pattern SEARCHED_BY_CODE = Pattern.compile(
            "\"[^\"]*\"\\s*\\+\\s*[\\w.()]*?\\.code\\(\\)|refusal\\([\\w.()]*?\\.code\\(\\),|[\\w.()]*?\\.code\\(\\)\\.(?:isEmpty|equals)\\(");

    private static final Pattern CODE = Pattern.compile("\\.code\\(\\)");

    private static final Pattern EXCEPTION = Pattern.compile("\\$\\{[\\w.()]*[eE]rror\\(\\)}");

    @Test
    void T35_the_guests_pickup_and_the_tills_never_share_a_name_in_code() {
        List<String> types = names(OrderType.values());

        assertThat(names(PosTransfer.values())).doesNotContainAnyElementsOf(types);
        assertThat(names(OrderStatus.values())).doesNotContainAnyElementsOf(types);
        assertThat(names(EventType.values())).doesNotContainAnyElementsOf(types);
        assertThat(names(PosTransfer.values())).noneMatch(name -> name.contains("PICKUP"));
    }

    @Test
    void T35_nothing_but_the_guest_picks_up_in_the_texts_of_the_portal() throws IOException {
        List<String> texts =
                texts("portal-war/src/main/resources/de/hypersoft/esolutions/portal/messages_de.properties");

        assertThat(texts.stream().filter(line -> line.matches("(?i).*(abhol|abgeholt).*")))
                .isNotEmpty()
                .allMatch(line -> line.matches("(type\\.PICKUP|payment\\.AT_PICKUP).*"));
    }

    /** GLOSSARY: stornieren, and cancel in English, whoever had the order by then; the law's withdrawal is another thing. */
    @Test
    void an_order_is_cancelled_by_one_word_in_each_language() throws IOException {
        for (String bundle : List.of(
                "portal-war/src/main/resources/de/hypersoft/esolutions/portal/messages",
                "web-shop-war/src/main/resources/shop/messages",
                "domain/src/main/resources/de/hypersoft/esolutions/kernel/text/files",
                "domain/src/main/resources/de/hypersoft/esolutions/notifications/mail/messages")) {
            assertThat(orders(bundle + "_de.properties"))
                    .isNotEmpty()
                    .noneMatch(line -> line.matches("(?i)[^=]*=.*(zurückgezogen|zurückziehen|annulli|abbestell).*"));
            assertThat(orders(bundle + "_en.properties"))
                    .isNotEmpty()
                    .noneMatch(line -> line.matches("(?i)[^=]*=.*\\b(void|voided|withdraw|withdrawn|annul\\w*)\\b.*"));
        }
    }

    /** What only hosting staff can change is told to hosting staff: the same key for managers names nothing of a server. */
    @Test
    void a_manager_reads_no_name_of_a_setting() throws IOException {
        for (String language : List.of("de", "en")) {
            List<String> all = texts("portal-war/src/main/resources/de/hypersoft/esolutions/portal/messages_" + language
                    + ".properties");
            List<String> keys = all.stream().map(line -> line.split("=")[0]).toList();
            List<String> settings = all.stream()
                    .filter(line -> line.matches("[^=]*=.*\\b[A-Z]{2,}(_[A-Z]+)+\\b.*"))
                    .map(line -> line.split("=")[0])
                    .filter(key -> !STAFF_ALONE.contains(key))
                    .filter(key -> !key.startsWith("finding.")) // how to write it in the till's file
                    .toList();
            assertThat(settings).isNotEmpty().allMatch(key -> keys.contains(key + ".manager"));
            assertThat(all.stream().filter(line -> line.matches("[^=]*\\.manager=.*")))
                    .isNotEmpty()
                    .noneMatch(line -> line.matches("[^=]*=.*\\b[A-Z]{2,}_[A-Z]+.*"));
        }
    }

    /** A code is for programs: a template finds a text by it or puts it into an attribute, and shows it to nobody. */
    @Test
    void no_page_shows_a_code() throws IOException {
        List<String> shown = new ArrayList<>();
        int templates = 0;
        for (String war : List.of("portal-war", "web-shop-war"))
            try (Stream<Path> files = Files.walk(ROOT.resolve(war + "/src/main/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".jte")).toList()) {
                    templates++;
                    Matcher print = PRINT.matcher(Files.readString(file));
                    while (print.find())
                        if (CODE.matcher(
                                        SEARCHED_BY_CODE.matcher(print.group(2)).replaceAll(""))
                                .find()) shown.add(file.getFileName() + ": " + print.group());
                }
            }
        assertThat(templates).isGreaterThan(60);
        assertThat(shown).isEmpty();
    }

    /** What an exception said is for hosting staff; everybody else reads a sentence. */
    @Test
    void what_an_exception_said_is_shown_to_hosting_staff_alone() throws IOException {
        List<String> shown = new ArrayList<>();
        int guarded = 0;
        for (String war : List.of("portal-war", "web-shop-war"))
            try (Stream<Path> files = Files.walk(ROOT.resolve(war + "/src/main/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".jte")).toList())
                    for (String line : wholeLines(file)) {
                        if (!EXCEPTION.matcher(line).find()) continue;
                        if (line.contains("model.caller().isStaff()")) guarded++;
                        else shown.add(file.getFileName() + ": " + line.strip());
                    }
            }
        assertThat(guarded).isPositive();
        assertThat(shown).isEmpty();
    }

    /** As they were before {@code TemplateLines} wrapped them. */
    private static List<String> wholeLines(Path template) throws IOException {
        return Files.readString(template)
                .replaceAll("\n {8}(?=[.>])", "")
                .replaceAll("\n {8}", " ")
                .lines()
                .toList();
    }

    private static List<String> orders(String file) throws IOException {
        return texts(file).stream()
                .filter(line -> !line.matches("(withdrawal|terms|legal|footer|pfx|certificate|acme)[.-].*"))
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> texts(String file) throws IOException {
        try (Stream<String> lines = Files.lines(ROOT.resolve(file))) {
            return lines.filter(line -> line.contains("=")).toList();
        }
    }
}
