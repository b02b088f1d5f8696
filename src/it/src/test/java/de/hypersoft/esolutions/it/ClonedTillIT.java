package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A till's disk was cloned, and both run, each with the same next number: the second is refused at its first word. */
@SystemTest
class ClonedTillIT {

    @Test
    void of_two_living_journals_one_is_refused_and_every_order_is_booked_once() throws IOException {
        try (Browser desk = Browser.desktop();
                TillProcess original = Restaurant.till(desk.page(), "linde-mitte", "Linde Mitte")) {
            Path copy = TestRun.home().resolveSibling("tills").resolve("copied-disk");
            copy(original.folder().resolve("till"), copy);
            original.runs(run("{folder}/till"));
            original.awaitLine("ready till=");

            try (TillProcess clone = TillProcess.started("clone", run(copy.toString()))) {
                clone.awaitLine("halted 409 journal-rolled-back");
                desk.page().navigate("/portal/tills");
                PlaywrightAssertions.assertThat(desk.page().locator("main")).containsText("Wird abgewiesen seit");
                String order = ordered();
                original.awaitLine("booked order=" + order);

                assertThat(clone.log()).doesNotContain("received order=", "booked order=");
                assertThat(original.log()).doesNotContain("journal-rolled-back");
            }
        }
    }

    private static String[] run(String data) {
        return List.of("run", "--data", data, "--portal", Http.visitor().base().toString(), "--auto-release", "on")
                .toArray(String[]::new);
    }

    private static String ordered() {
        return Storefront.placed(Http.visitor(), Storefront.pizza("linde-mitte"))
                .getString("orderId");
    }

    private static void copy(Path from, Path to) throws IOException {
        Folders.remake(to);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }
}
